import { Buffer } from 'node:buffer';
import type { IndexDraft, SummaryDraft } from '@daiko/exchange-format';
import type { ArchiveFiles, Paths, Step } from './spoil.js';
import type { ZipEntry } from './zip-file.js';

/** Another name for every entry, root folder included. */
export const namedEntries = (rename: (name: string) => string | Buffer): Step => ({
  entries: (entries) =>
    entries.map((entry) => ({ ...entry, name: Buffer.from(rename(entry.name.toString())) })),
});

/** Another entry of the ZIP where its name fits. */
export const onEntry = (pattern: RegExp, change: (entry: ZipEntry) => ZipEntry): Step => ({
  entries: (entries) => entries.map((entry) => (pattern.test(entry.name.toString()) ? change(entry) : entry)),
});

export const onFiles = (change: (files: ArchiveFiles, paths: Paths) => void): Step => ({ files: change });

export const addedFile = (path: string, content: string | Buffer = 'x'): Step =>
  onFiles((all) => void all.set(path, Buffer.from(content)));

export const removedFiles = (pattern: RegExp): Step =>
  onFiles((all) => {
    for (const path of [...all.keys()]) if (pattern.test(path)) all.delete(path);
  });

export const renamedFiles = (pattern: RegExp, to: string): Step =>
  onFiles((all) => {
    const entries = [...all].map(([path, bytes]) => [path.replace(pattern, to), bytes] as const);
    all.clear();
    for (const [path, bytes] of entries) all.set(path, bytes);
  });

/** The text of one file otherwise. */
export const replaced = (path: string, change: (text: string) => string | Buffer): Step =>
  onFiles((all) => void all.set(path, Buffer.from(change(all.get(path)!.toString()))));

/** The bytes of a file of the record. */
export const bytes = (file: 'result' | 'claim', change: (text: string) => Uint8Array): Step =>
  onFiles((all, paths) => void all.set(paths[file], Buffer.from(change(all.get(paths[file])!.toString()))));

/** The text of every file otherwise. */
export const everyFile = (change: (text: string) => string | Buffer): Step =>
  onFiles((all) => {
    for (const [path, content] of all)
      if (path.endsWith('.xml')) all.set(path, Buffer.from(change(content.toString())));
  });

/** Shift_JIS of 決済情報. */
export const sjis = Buffer.from([0x8c, 0x88, 0x8d, 0xcf, 0x8f, 0xee, 0x95, 0xf1]);

export function rootOf(entries: readonly ZipEntry[]): string {
  const name = entries[0]!.name.toString();
  return name.slice(0, name.indexOf('/'));
}

/** Another name for one file of the record. */
export const renamedOne = (file: 'result' | 'claim', from: RegExp, to: string): Step =>
  onFiles((all, paths) => {
    all.set(paths[file].replace(from, to), all.get(paths[file])!);
    all.delete(paths[file]);
  });

/** Another name for every record file of which part of the name is another. */
export const renamedRecords = (from: RegExp, to: string): Step =>
  onFiles((all) => {
    for (const [path, content] of [...all]) {
      if (!/^(DATA|CLAIMS)/.test(path)) continue;
      all.delete(path);
      all.set(path.replace(from, to), content);
    }
  });

/** Other fields in ix08. */
export const indexed = (fields: Partial<IndexDraft>): Step => ({
  index: (draft) => ({ ...draft, ...fields }),
});

/** Other fields in su08. */
export const summed = (change: (draft: SummaryDraft) => Partial<SummaryDraft>): Step => ({
  summary: (draft) => ({ ...draft, ...change(draft) }),
});
