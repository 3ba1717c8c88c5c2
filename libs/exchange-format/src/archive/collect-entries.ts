import {
  ArchiveDirectory,
  type FirstOf,
  type PrefixCounts,
  type StrayEntry,
  type WrongName,
} from './archive-directory.js';
import type { CentralRecord } from './central-record.js';
import { printablePath, type DefectList } from './defect.js';
import type { EntryLocation } from './entry-location.js';
import { packPairDigits, parseEntryName, type EntryName } from './entry-name.js';
import { FileColumns } from './file-columns.js';
import {
  CLAIMS_FOLDER,
  DATA_FOLDER,
  INDEX_FILE,
  isHarmlessFolder,
  isUnderHarmlessFolder,
  isKnownFolder,
  isSchemaFile,
  SCHEMA_FILES,
  strayKindOf,
  SUMMARY_FILE,
} from './layout.js';
import type { ArchiveLimits } from './limits.js';
import { pairRecords, reportDuplicates } from './pair-records.js';
import { ZIP } from './zip-layout.js';

const LISTED = 200;

class CappedList<Item> {
  private readonly first: Item[] = [];
  private total = 0;

  add(item: Item): void {
    if (this.total++ < LISTED) this.first.push(item);
  }

  toFirstOf(): FirstOf<Item> {
    return { total: this.total, first: this.first };
  }
}

/** Sorts the entries of a directory into records and the rest, one at a time; keeps columns, not names. */
export class EntryCollector {
  private root: string | null = null;
  private readonly otherRoots = new Set<string>();
  private readonly results = new FileColumns();
  private readonly claims = new FileColumns();
  private readonly prefixes = { h: 0, g: 0, c: 0, p: 0 };
  private readonly wrongNames = new CappedList<WrongName>();
  private readonly strays = new CappedList<StrayEntry>();
  private readonly otherFiles: EntryLocation[] = [];
  private readonly otherPaths = new Set<string>();
  private readonly schemas = new Set<string>();
  private readonly recordPathsInOtherCase: string[] = [];
  private index: EntryLocation | null = null;
  private summary: EntryLocation | null = null;
  private readonly folders = new Set<string>();
  private dataXmlCount = 0;
  private claimsXmlCount = 0;
  private otherCount = 0;
  private layoutSeen = false;
  private nestedLayoutSeen = false;
  private topLayoutSeen = false;

  constructor(
    private readonly limits: ArchiveLimits,
    private readonly defects: DefectList,
  ) {}

  add(record: CentralRecord, recordOffset: number): void {
    const slash = record.path.indexOf('/');
    const top = slash < 0 ? null : record.path.slice(0, slash);
    if (top !== null && !isHarmlessFolder(top)) {
      this.root ??= top;
      if (top !== this.root && this.otherRoots.size < LISTED) this.otherRoots.add(top);
    }
    if (top === null || top !== this.root) return this.addOutsideRoot(record, recordOffset);
    const inner = record.path.slice(slash + 1);
    this.noteLayout(inner);
    if (record.isFolder) return this.addFolder(record, inner.slice(0, -1), recordOffset);
    if (inner.startsWith(`${DATA_FOLDER}/`)) {
      return this.addRecordFile(record, recordOffset, DATA_FOLDER, inner.slice(DATA_FOLDER.length + 1));
    }
    if (inner.startsWith(`${CLAIMS_FOLDER}/`)) {
      return this.addRecordFile(record, recordOffset, CLAIMS_FOLDER, inner.slice(CLAIMS_FOLDER.length + 1));
    }
    this.addOther(record, recordOffset);
    if (inner === INDEX_FILE) this.index ??= locationOf(record);
    else if (inner === SUMMARY_FILE) this.summary ??= locationOf(record);
    else if (isSchemaFile(inner)) this.schemas.add(inner);
    else this.addStray(record, inner);
  }

  finish(totals: {
    entryCount: number;
    expandedBytes: number;
    entriesDigest: string;
  }): ArchiveDirectory | null {
    this.checkRoot();
    this.results.trim();
    this.claims.trim();
    const folders = { root: this.root ?? '', lowerCasePaths: this.recordPathsInOtherCase };
    reportDuplicates(this.results, this.claims, folders, this.defects);
    if (!this.defects.isEmpty) return null;
    const pairs = pairRecords(this.results, this.claims);
    const hasClaimsFolder = this.folders.has(CLAIMS_FOLDER) || this.claims.length > 0;
    return new ArchiveDirectory(
      {
        rootFolder: this.root ?? '',
        index: this.index,
        summary: this.summary,
        hasDataFolder: this.folders.has(DATA_FOLDER),
        hasClaimsFolder,
        dataXmlCount: this.dataXmlCount,
        claimsXmlCount: this.claimsXmlCount,
        prefixCounts: { ...this.prefixes } satisfies PrefixCounts,
        unpairedResults: hasClaimsFolder ? this.listAlone(this.results, pairs.resultsAlone) : emptyList(),
        unpairedClaims: this.listAlone(this.claims, pairs.claimsAlone),
        wrongNames: this.wrongNames.toFirstOf(),
        strays: this.strays.toFirstOf(),
        schemasPresent: SCHEMA_FILES.filter((path) => this.schemas.has(path)),
        schemasMissing: SCHEMA_FILES.filter((path) => !this.schemas.has(path)),
        otherFiles: this.otherFiles,
        ...totals,
      },
      {
        results: this.results,
        claims: this.claims,
        claimOfResult: pairs.claimOfResult,
        claimsAlone: pairs.claimsAlone,
      },
    );
  }

  private addOutsideRoot(record: CentralRecord, recordOffset: number): void {
    if (isUnderHarmlessFolder(record.path)) {
      if (!record.isFolder) this.addStray(record, record.path);
      return;
    }
    this.noteOtherPath(record.path, recordOffset);
    if (record.isFolder) return;
    if (!record.path.includes('/')) {
      this.topLayoutSeen ||= record.path === INDEX_FILE || parseEntryName(record.path) !== null;
    }
    this.addOther(record, recordOffset, true);
    this.addStray(record, record.path);
  }

  private addFolder(record: CentralRecord, inner: string, recordOffset: number): void {
    this.noteOtherPath(record.path, recordOffset);
    if (inner === '') return;
    this.folders.add(inner.split('/')[0] ?? '');
    if (!isKnownFolder(inner)) this.addStray(record, inner);
  }

  private addRecordFile(record: CentralRecord, recordOffset: number, folder: string, name: string): void {
    this.folders.add(folder);
    const isData = folder === DATA_FOLDER;
    if (/\.xml$/i.test(name)) {
      if (isData) this.dataXmlCount++;
      else this.claimsXmlCount++;
    }
    const parsed = parseEntryName(name);
    const belongs = parsed !== null && (parsed.prefix === 'h' || parsed.prefix === 'g') === isData;
    if (parsed !== null) this.prefixes[parsed.prefix]++;
    if (parsed !== null && belongs) {
      (isData ? this.results : this.claims).add(rowOf(record, parsed));
      return;
    }
    this.addOther(record, recordOffset);
    const kind = strayKindOf(name);
    if (kind === 'harmless' || kind === 'executable') this.addStray(record, `${folder}/${name}`);
    else {
      const reason = parsed === null ? 'form' : 'wrong-folder';
      this.wrongNames.add({ path: printablePath(record.path), reason });
    }
  }

  private addStray(record: CentralRecord, inner: string): void {
    this.strays.add({ path: printablePath(record.path), kind: strayKindOf(inner) });
  }

  private addOther(record: CentralRecord, recordOffset: number, noted = false): void {
    if (!noted) this.noteOtherPath(record.path, recordOffset);
    if (this.otherFiles.length < this.limits.otherEntries) this.otherFiles.push(locationOf(record));
  }

  /** Remembers a path that is no record's, in lower case, to find it when it comes again. */
  private noteOtherPath(path: string, recordOffset: number): void {
    if (++this.otherCount > this.limits.otherEntries) {
      if (this.otherCount === this.limits.otherEntries + 1) {
        this.defects.add(
          'other-entries-limit',
          { offset: recordOffset },
          { limit: this.limits.otherEntries },
        );
      }
      return;
    }
    const key = (path.endsWith('/') ? path.slice(0, -1) : path).toLowerCase();
    if (this.otherPaths.has(key)) this.defects.add('duplicate-path', { entry: path, offset: recordOffset });
    this.otherPaths.add(key);
    if (/\/(data|claims)\/[hcgp]\d{26}\.xml$/.test(key)) this.recordPathsInOtherCase.push(path);
  }

  private noteLayout(inner: string): void {
    const [first = '', second] = inner.split('/', 2);
    if (isLayoutPart(first)) this.layoutSeen = true;
    else if (second !== undefined && isLayoutPart(second)) this.nestedLayoutSeen = true;
  }

  private checkRoot(): void {
    if (this.root === null || (this.topLayoutSeen && !this.layoutSeen)) {
      this.defects.add('root-folder-missing');
    } else if (this.otherRoots.size > 0) {
      this.defects.add('several-root-folders', {}, { folders: this.otherRoots.size + 1 });
    } else if (this.nestedLayoutSeen && !this.layoutSeen) {
      this.defects.add('extra-parent-folder', { entry: `${this.root}/` });
    }
  }

  private listAlone(columns: FileColumns, positions: Uint32Array): FirstOf<string> {
    const isData = columns === this.results;
    const first = Array.from(positions.subarray(0, LISTED), (at) =>
      printablePath(columns.pathAt(at, this.root ?? '', isData)),
    );
    return { total: positions.length, first };
  }
}

function emptyList(): FirstOf<string> {
  return { total: 0, first: [] };
}

function isLayoutPart(name: string): boolean {
  return name === INDEX_FILE || name === DATA_FOLDER || name === CLAIMS_FOLDER;
}

function rowOf(record: CentralRecord, name: EntryName) {
  return {
    ...packPairDigits(name.pairDigits),
    guidance: name.prefix === 'g' || name.prefix === 'p',
    offset: record.offset,
    compressedSize: record.compressedSize,
    size: record.size,
    crc: record.crc,
    method: record.method,
    descriptor: (record.flags & ZIP.flagDescriptor) !== 0,
  };
}

/** Where a file lies, as its record in the directory tells. */
export function locationOf(record: CentralRecord): EntryLocation {
  return {
    path: record.path,
    offset: record.offset,
    compressedSize: record.compressedSize,
    size: record.size,
    crc: record.crc,
    method: record.method === 8 ? 8 : 0,
    descriptor: (record.flags & ZIP.flagDescriptor) !== 0,
  };
}
