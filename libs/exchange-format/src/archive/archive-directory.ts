import type { EntryLocation } from './entry-location.js';
import { unpackPairDigits } from './entry-name.js';
import type { FileColumns } from './file-columns.js';
import type { StrayKind } from './layout.js';

/** The first items of a list that may be long, and how long it is. */
export interface FirstOf<Item> {
  readonly total: number;
  /** At most 200. */
  readonly first: readonly Item[];
}

/** A file in DATA or CLAIMS that is not named as the standard wants. */
export interface WrongName {
  /** Printable path inside the archive. */
  readonly path: string;
  /** `form`: not the pattern; `wrong-folder`: a claim in DATA or a result in CLAIMS. */
  readonly reason: 'form' | 'wrong-folder';
}

/** An entry outside the layout of the standard. */
export interface StrayEntry {
  /** Printable path inside the archive. */
  readonly path: string;
  readonly kind: StrayKind;
}

/** One person's event: a result file and, in archives with claims, its claim file. */
export interface ArchiveRecord {
  readonly index: number;
  /** The 26 digits both file names share. */
  readonly pairDigits: string;
  readonly guidance: boolean;
  readonly result: EntryLocation | null;
  readonly claim: EntryLocation | null;
}

/** How many result and claim files carry which letter. */
export interface PrefixCounts {
  readonly h: number;
  readonly g: number;
  readonly c: number;
  readonly p: number;
}

/** Facts of an archive that are small whatever its size. */
export interface DirectoryFacts {
  /** Name of the one root folder. */
  readonly rootFolder: string;
  readonly index: EntryLocation | null;
  readonly summary: EntryLocation | null;
  readonly hasDataFolder: boolean;
  readonly hasClaimsFolder: boolean;
  /** Files ending in `.xml` in DATA, wrongly named ones included. */
  readonly dataXmlCount: number;
  /** Files ending in `.xml` in CLAIMS, wrongly named ones included. */
  readonly claimsXmlCount: number;
  readonly prefixCounts: PrefixCounts;
  readonly unpairedResults: FirstOf<string>;
  readonly unpairedClaims: FirstOf<string>;
  readonly wrongNames: FirstOf<WrongName>;
  readonly strays: FirstOf<StrayEntry>;
  /** Schema files of the set that are there, as paths under the root. */
  readonly schemasPresent: readonly string[];
  readonly schemasMissing: readonly string[];
  /** Everything but records: index, summary, schemas, strays. */
  readonly otherFiles: readonly EntryLocation[];
  readonly entryCount: number;
  /** Sum of the declared expanded sizes in bytes. */
  readonly expandedBytes: number;
  /** SHA-256 of the central directory, hex: equal for equal entries in equal order. */
  readonly entriesDigest: string;
}

/** The columns records are read from. */
export interface RecordColumns {
  readonly results: FileColumns;
  readonly claims: FileColumns;
  /** Position of the claim of each result; -1 without one. */
  readonly claimOfResult: Int32Array;
  /** Positions of claims that have no result. */
  readonly claimsAlone: Uint32Array;
}

/**
 * What an archive holds, without its contents: a bounded index in typed columns, at most 128 bytes a record.
 * Records stand in the order of the DATA folder; claims without a result follow at the end.
 */
export class ArchiveDirectory {
  constructor(
    readonly facts: DirectoryFacts,
    private readonly columns: RecordColumns,
  ) {}

  get rootFolder(): string {
    return this.facts.rootFolder;
  }

  get entriesDigest(): string {
    return this.facts.entriesDigest;
  }

  get recordCount(): number {
    return this.columns.results.length + this.columns.claimsAlone.length;
  }

  /** Bytes the columns take. */
  get indexBytes(): number {
    const { results, claims, claimOfResult, claimsAlone } = this.columns;
    return results.byteLength + claims.byteLength + claimOfResult.byteLength + claimsAlone.byteLength;
  }

  /** Record number `index`, from 0; RangeError outside. */
  record(index: number): ArchiveRecord {
    const { results, claimOfResult, claimsAlone } = this.columns;
    if (!Number.isInteger(index) || index < 0 || index >= this.recordCount) {
      throw new RangeError(`no record ${index}`);
    }
    if (index >= results.length) {
      const at = claimsAlone[index - results.length] ?? 0;
      return { index, ...this.pairOf(this.columns.claims, at), result: null, claim: this.claimAt(at) };
    }
    const claim = claimOfResult[index] ?? -1;
    return {
      index,
      ...this.pairOf(results, index),
      result: this.locate(results, index, true),
      claim: claim < 0 ? null : this.claimAt(claim),
    };
  }

  /** Records `from` up to but without `to`. */
  *records(from = 0, to = this.recordCount): Generator<ArchiveRecord> {
    for (let index = from; index < to; index++) yield this.record(index);
  }

  /** Every file of the archive, records first. */
  *files(): Generator<EntryLocation> {
    for (const { result, claim } of this.records()) {
      if (result !== null) yield result;
      if (claim !== null) yield claim;
    }
    yield* this.facts.otherFiles;
  }

  private claimAt(at: number): EntryLocation {
    return this.locate(this.columns.claims, at, false);
  }

  private pairOf(columns: FileColumns, at: number): { pairDigits: string; guidance: boolean } {
    const row = columns.row(at);
    return { pairDigits: unpackPairDigits(row.high, row.low), guidance: row.guidance };
  }

  private locate(columns: FileColumns, at: number, isData: boolean): EntryLocation {
    const row = columns.row(at);
    return {
      path: columns.pathAt(at, this.rootFolder, isData),
      offset: row.offset,
      compressedSize: row.compressedSize,
      size: row.size,
      crc: row.crc,
      method: row.method === 8 ? 8 : 0,
      descriptor: row.descriptor,
    };
  }
}
