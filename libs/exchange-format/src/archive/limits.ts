const KIB = 1024;
const MIB = 1024 * KIB;

/** How much an archive may cost its reader. Every limit has a defect code of its own. */
export interface ArchiveLimits {
  /** Sum of all expanded sizes in bytes. */
  readonly expandedBytes: number;
  /** Entries of the directory, folders included. */
  readonly entries: number;
  /** Expanded to compressed size, of the whole and of each entry above 64 KiB. */
  readonly ratio: number;
  /** Parts of a path, the root folder included (`ROOT/XSD/coreschemas/x.xsd` is 4). */
  readonly depth: number;
  /** Expanded size of one entry in bytes. */
  readonly entryBytes: number;
  /** Length of one path in bytes. */
  readonly nameBytes: number;
  /** Length of the central directory in bytes. */
  readonly directoryBytes: number;
  /** Entries that are neither records nor folders: index, summary, schemas, strays. */
  readonly otherEntries: number;
}

/**
 * The house's defaults. 200,000 entries are 100,000 persons, more than any sender has in a month; a real XML file
 * shrinks to a quarter, so 200:1 is no honest file; 16 MiB is a thousand times the usual record.
 */
export const DEFAULT_ARCHIVE_LIMITS: ArchiveLimits = {
  expandedBytes: 8 * 1024 * MIB,
  entries: 200_000,
  ratio: 200,
  depth: 4,
  entryBytes: 16 * MIB,
  nameBytes: 255,
  directoryBytes: 64 * MIB,
  otherEntries: 10_000,
};

/** Entries up to this expanded size are free of the ratio: blank padding compresses well and costs nothing. */
export const RATIO_FREE_BYTES = 64 * KIB;
