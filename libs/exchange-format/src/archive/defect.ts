/**
 * What can be wrong with an archive as such, in stable words. Rule numbers and texts belong to whoever reports.
 * A defect makes the whole archive unreadable; what is merely against the layout is a fact of the directory.
 */
export const ARCHIVE_DEFECT_CODES = [
  'not-a-zip',
  'truncated',
  'trailing-bytes',
  'leading-bytes',
  'ambiguous-end',
  'multi-disk',
  'directory-corrupt',
  'unsupported-method',
  'header-disagreement',
  'overlapping-entries',
  'folder-with-content',
  'encrypted',
  'path-traversal',
  'absolute-path',
  'drive-letter',
  'backslash',
  'control-character',
  'name-not-ascii',
  'empty-name',
  'symlink',
  'device',
  'duplicate-path',
  'nested-archive',
  'name-length-limit',
  'directory-size-limit',
  'entry-count-limit',
  'entry-size-limit',
  'expanded-size-limit',
  'ratio-limit',
  'depth-limit',
  'other-entries-limit',
  'root-folder-missing',
  'several-root-folders',
  'extra-parent-folder',
] as const;

/** One of the stable words of {@link ARCHIVE_DEFECT_CODES}. */
export type ArchiveDefectCode = (typeof ARCHIVE_DEFECT_CODES)[number];

/** One defect and its place. */
export interface ArchiveDefect {
  readonly code: ArchiveDefectCode;
  /** Path inside the archive, made printable and cut; absent where the archive as a whole is meant. */
  readonly entry?: string;
  /** Byte offset the defect was seen at (of the directory record, or of the local header). */
  readonly offset?: number;
  /** Numbers and words a message needs: limits in bytes, counts, methods. Never contents. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** At most this many defects are kept of one archive; more help nobody. */
export const MAX_DEFECTS = 200;

const PRINTED_PATH_LENGTH = 160;

/** A path fit for a message: printable ASCII only (a name in Japanese may be a person's), at most 160 characters. */
export function printablePath(path: string): string {
  return path.slice(0, PRINTED_PATH_LENGTH).replace(/[^\x20-\x7e]/g, '?');
}

/** Collects defects up to {@link MAX_DEFECTS}. */
export class DefectList {
  readonly defects: ArchiveDefect[] = [];

  add(code: ArchiveDefectCode, place: { entry?: string; offset?: number } = {}, values = {}): void {
    if (this.isFull) return;
    const entry = place.entry === undefined ? {} : { entry: printablePath(place.entry) };
    const offset = place.offset === undefined ? {} : { offset: place.offset };
    this.defects.push({ code, ...entry, ...offset, values });
  }

  get isFull(): boolean {
    return this.defects.length >= MAX_DEFECTS;
  }

  get isEmpty(): boolean {
    return this.defects.length === 0;
  }
}
