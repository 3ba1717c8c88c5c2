import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { unwritable } from './file-source.js';

const FLUSH_CHARACTERS = 64 * 1024;

/** Where a report goes; waits while the reader is slow, so that nothing piles up in memory. */
export class Output {
  private pending = '';
  private failure: Error | null = null;

  /** `beforeWriting` is called whenever something is about to be shown. */
  constructor(
    private readonly stream: Writable,
    private readonly beforeWriting: () => void = () => undefined,
  ) {
    stream.on('error', (error: Error) => {
      this.failure = error;
    });
  }

  async write(piece: string | Uint8Array): Promise<void> {
    if (typeof piece !== 'string') {
      await this.flush();
      await this.send(piece);
      return;
    }
    this.pending += piece;
    if (this.pending.length >= FLUSH_CHARACTERS) await this.flush();
  }

  /** Hands on what was written; throws what the stream failed with, such as EPIPE from a reader that left. */
  async flush(): Promise<void> {
    if (this.failure !== null) throw this.failure;
    const text = this.pending;
    this.pending = '';
    if (text !== '') await this.send(text);
  }

  private async send(piece: string | Uint8Array): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.beforeWriting();
    if (!this.stream.write(piece)) await once(this.stream, 'drain');
  }
}

/**
 * Writes a file for its owner's eyes only, whole or not at all: it takes its name when `work` is done.
 * A Problem where it cannot be written.
 */
export async function writeFileWhole<T>(path: string, work: (output: Output) => Promise<T>): Promise<T> {
  const partial = `${path}.${process.pid}.partial`;
  const stream = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
  try {
    await once(stream, 'open');
  } catch (error) {
    throw unwritable(path, error);
  }
  try {
    const output = new Output(stream);
    const done = await work(output);
    await output.flush();
    stream.end();
    await once(stream, 'finish');
    await rename(partial, path);
    return done;
  } catch (error) {
    stream.destroy();
    await rm(partial, { force: true });
    const { syscall } = error as NodeJS.ErrnoException;
    throw syscall === 'rename' || syscall === 'write' || syscall === 'close'
      ? unwritable(path, error)
      : error;
  }
}
