import { constants, type Stats } from 'node:fs';
import { type FileHandle, link, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';

const filesOfRoundMax = 100;
const nameBytesMax = 255;
const partnerNumber = /^[0-9A-Za-z-]{1,32}$/;
const outcomes = ['receipts', 'received', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * One partner's watch folder (監視フォルダー): archives lie in it under their final name once they are whole (before that as
 * `….part`); receipts, what was received and what was refused go into folders beside them. Links are never followed.
 */
export class PartnerFolder {
  private constructor(private readonly path: string) {}

  /**
   * True where archives may lie in the folder of a partner number, or nobody has made it yet: one look that costs little, since
   * almost always there is nothing. Whether it may be used is for {@link open} to say.
   */
  static async isWorthOpening(root: string, number: string): Promise<boolean> {
    if (!partnerNumber.test(number)) return false;
    const names = await archivesIn(join(root, number)).catch(() => null);
    return names === null || names.length > 0;
  }

  /** Opens the folder of a partner number under the root, made where it is missing; null where something else is in its place. */
  static async open(root: string, number: string): Promise<PartnerFolder | null> {
    if (!partnerNumber.test(number)) return null;
    const path = join(root, number);
    for (const folder of [path, ...outcomes.map((name) => join(path, name))]) {
      if (!(await ensureFolder(folder))) return null;
    }
    return new PartnerFolder(path);
  }

  /** Names of whole archives, at most 100, by name. */
  archives(): Promise<string[]> {
    return archivesIn(this.path);
  }

  /** Opens an archive for reading; null where it is gone or no plain file. */
  async openArchive(name: string): Promise<FileHandle | null> {
    try {
      // Without waiting: a pipe put in the file's place would hold a thread of the process for ever.
      const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
      const file = await open(join(this.path, name), flags);
      if ((await file.stat()).isFile()) return file;
      await file.close();
    } catch (error) {
      if (!['ENOENT', 'ELOOP', 'ENXIO'].includes(String((error as { code?: unknown }).code))) throw error;
    }
    return null;
  }

  /** True while the name still stands for the file as it was when it was opened: not replaced, not written on. */
  isStill(name: string, opened: Stats): Promise<boolean> {
    return isAsOpened(join(this.path, name), opened);
  }

  /** Writes a file wholly or not at all; one of the same name is replaced. */
  write(outcome: Outcome, name: string, content: string): Promise<void> {
    return writeWhole(join(this.path, outcome, name), content, 0o640);
  }

  /**
   * Moves an archive to where it belongs now; an earlier one of the same name stays beside it. No error where it is gone. Only
   * the file that was opened moves: one that a sender puts in its place at this moment is for the next look.
   */
  async move(name: string, outcome: Outcome, now: Date, opened: Stats): Promise<void> {
    const path = join(this.path, name);
    const target = await this.freePath(name, outcome, now);
    try {
      await rename(path, target);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
      return;
    }
    if (!(await isAsOpened(target, opened))) await putBack(target, path);
  }

  private async freePath(name: string, outcome: Outcome, now: Date): Promise<string> {
    const wanted = join(this.path, outcome, name);
    if ((await lstat(wanted).catch(() => null)) === null) return wanted;
    const stamp = now.toISOString().replace(/\D/g, '');
    const stamped = `${stamp}-${name}`;
    // A name at the limit of the file system has no room for the stamp; left in its place it would be refused at every look.
    const free = Buffer.byteLength(stamped) > nameBytesMax ? `${stamp}.zip` : stamped;
    return join(this.path, outcome, free);
  }
}

async function archivesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.zip$/i.test(entry.name))
    .map(({ name }) => name);
  return names.sort().slice(0, filesOfRoundMax);
}

async function isAsOpened(path: string, opened: Stats): Promise<boolean> {
  const now = await lstat(path).catch(() => null);
  return (
    now !== null &&
    now.ino === opened.ino &&
    now.dev === opened.dev &&
    now.size === opened.size &&
    now.mtimeMs === opened.mtimeMs
  );
}

/** Gives a file its name again; a still newer one that has it by now has replaced it, as it would have without us. */
async function putBack(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    // A file system without hard links.
    if ((error as { code?: unknown }).code !== 'EEXIST') return rename(from, to);
  }
  await rm(from, { force: true });
}

async function ensureFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: 0o750 });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  }
  return (await lstat(path)).isDirectory();
}
