import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files beyond this are not read. */
const BYTES_MAX = 32 * 1024 * 1024;

/** Reads small files below a folder at start; null for what is not there, and for everything where no folder is set. */
export function storedFiles(folder: string | undefined): (path: string) => Uint8Array | null {
  return (path) => {
    if (folder === undefined) return null;
    try {
      const bytes = readFileSync(join(folder, path));
      return bytes.length > BYTES_MAX ? null : bytes;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error;
    }
  };
}
