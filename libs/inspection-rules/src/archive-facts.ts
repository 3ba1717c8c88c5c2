import type { ArchiveDefect, ArchiveDirectory, RootName, RootNameReason } from '@daiko/exchange-format';

/** Who sent the archive and under which name. */
export interface ArchiveContext {
  /** Name of the ZIP, with or without folders before it. */
  readonly fileName: string;
  /** Number of the authenticated account; absent where nobody is known (offline check). */
  readonly senderNumber?: string;
  /** Numbers of the bodies the account may send for. */
  readonly mayActFor?: readonly string[];
}

/** What the archive rules (L0–L2) look at. */
export interface ArchiveFacts {
  readonly context: ArchiveContext;
  /** Name of the ZIP without folders and without `.zip`. */
  readonly archiveName: string;
  /** Null when the ZIP is unfit; then `defects` says why. */
  readonly directory: ArchiveDirectory | null;
  readonly defects: readonly ArchiveDefect[];
  /** Name the parts below are read from: the root folder, or the archive's own without a directory. */
  readonly namedBy: string;
  readonly rootName: RootName | null;
  readonly rootNameReason: RootNameReason | null;
}

/** File name without folders and `.zip` in any case. */
export function archiveNameOf(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  return name.replace(/\.zip$/i, '');
}
