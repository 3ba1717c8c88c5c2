import { type FileHandle, open } from 'node:fs/promises';
import { Problem } from '@daiko/contracts/problem';
import type { ByteSource } from '@daiko/exchange-format';
import { fileUnreadable, fileUnwritable } from './problems.js';

/** A local file as a source of bytes; only the ranges asked for are read. */
export class FileSource implements ByteSource {
  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
    private readonly bytes: number,
  ) {}

  /** Opens a plain file; a Problem when it is none or cannot be read. */
  static async open(path: string): Promise<FileSource> {
    let handle: FileHandle | undefined;
    try {
      handle = await open(path, 'r');
      const stat = await handle.stat();
      if (!stat.isFile()) throw new Error('not a file');
      return new FileSource(path, handle, stat.size);
    } catch (error) {
      await handle?.close();
      throw unreadable(path, error);
    }
  }

  size(): Promise<number> {
    return Promise.resolve(this.bytes);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    if (offset < 0 || offset + length > this.bytes) throw new RangeError('bytes outside the file');
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await this.readSome(buffer, filled, length - filled, offset + filled);
      if (bytesRead === 0) throw unreadable(this.path, new Error('cut off while it was read'));
      filled += bytesRead;
    }
    return buffer;
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  private async readSome(buffer: Buffer, at: number, length: number, position: number) {
    try {
      return await this.handle.read(buffer, at, length, position);
    } catch (error) {
      throw unreadable(this.path, error);
    }
  }
}

/** The problem of a file that cannot be read; the reason is the system's word. */
export function unreadable(path: string, error: unknown): Problem {
  return new Problem(fileUnreadable, { file: path, reason: reasonOf(error) });
}

/** The same for a file that cannot be written. */
export function unwritable(path: string, error: unknown): Problem {
  return new Problem(fileUnwritable, { file: path, reason: reasonOf(error) });
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
}
