import type { Bilingual, RecordVerdict, Severity } from '@daiko/contracts';
import { type Finding, reasonRank, type ReturnReason, severityRank } from '@daiko/inspection-rules';
import type { ReportedRecord, ReportHeader } from './reported.js';

/** Places of a defect that a report shows; the others are counted. */
export const PLACES_OF_A_DEFECT = 20;
/** Records that the list of records shows; the others are counted. */
export const LISTED_RECORDS = 2000;
/** Defects told apart by item; past these a defect is told apart by its rule alone, so that a hostile archive costs no memory. */
const DEFECTS_MAX = 1000;

/** One place where a defect was found. */
export interface DefectPlace {
  /** Number of the record in its archive, from 0; null for the archive itself. */
  readonly record: number | null;
  readonly ticketNumber: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly xpath: string | null;
  readonly value: string | null;
  readonly expected: string | null;
  readonly message: Bilingual;
}

/** A defect (不備): one rule, on one item, with one consequence, in as many records as there are. */
export interface Defect {
  readonly rule: string;
  readonly severity: Severity;
  readonly returnReason: ReturnReason | null;
  readonly item: string | null;
  readonly remedy: Bilingual;
  /** Times it was found. */
  readonly count: number;
  /** Records in which it was found. */
  readonly recordCount: number;
  /** The first {@link PLACES_OF_A_DEFECT}, in the order of the archive. */
  readonly places: readonly DefectPlace[];
}

/** A record that did not simply pass (返戻・照会・保留). */
export interface ListedRecord {
  readonly index: number;
  readonly verdict: RecordVerdict;
  readonly file: string | null;
  readonly ticketNumber: string | null;
  /** Rules that decided its verdict, each once. */
  readonly rules: readonly string[];
}

/** A report with what repeats counted: its size does not grow with the archive. */
export interface ReportSummary {
  readonly header: ReportHeader;
  readonly verdicts: Readonly<Record<RecordVerdict, number>>;
  /** In the order in which a sender should mend them. */
  readonly defects: readonly Defect[];
  readonly records: readonly ListedRecord[];
  readonly recordsLeftOut: number;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };
type GrowingDefect = Growing<Omit<Defect, 'places'>> & { places: DefectPlace[]; lastRecord: number | null };

/** Gathers a report while its records pass by. */
export class Summing {
  private readonly verdicts: Record<RecordVerdict, number> = { accepted: 0, query: 0, returned: 0, held: 0 };
  private readonly defects = new Map<string, GrowingDefect>();
  private readonly records: ListedRecord[] = [];
  private recordsLeftOut = 0;

  addArchive(findings: readonly Finding[]): void {
    for (const finding of findings) this.count(finding, null, null);
  }

  addRecord(record: ReportedRecord): void {
    const { index, verdict, file, claim, ticketNumber, findings } = record;
    this.verdicts[verdict]++;
    for (const finding of findings) this.count(finding, index, ticketNumber);
    if (verdict === 'accepted') return;
    if (this.records.length >= LISTED_RECORDS) {
      this.recordsLeftOut++;
      return;
    }
    const deciding = verdict === 'returned' ? 'return' : 'query';
    const rules = findings.filter(({ severity }) => severity === deciding).map(({ rule }) => rule);
    this.records.push({
      index,
      verdict,
      file: file ?? claim,
      ticketNumber,
      rules: [...new Set(rules)],
    });
  }

  /** The report; `verdicts` replaces what was counted, where records without findings did not pass by. */
  summary(header: ReportHeader, verdicts?: Readonly<Record<RecordVerdict, number>>): ReportSummary {
    return {
      header,
      verdicts: verdicts ?? this.verdicts,
      defects: [...this.defects.values()].sort(compareDefects),
      records: this.records,
      recordsLeftOut: this.recordsLeftOut,
    };
  }

  private count(finding: Finding, record: number | null, ticketNumber: string | null): void {
    const defect = this.defectOf(finding);
    if (record !== null && (defect.recordCount === 0 || defect.lastRecord !== record)) defect.recordCount++;
    defect.count++;
    defect.lastRecord = record;
    if (defect.places.length >= PLACES_OF_A_DEFECT) return;
    const { file, line, xpath, value, expected, message } = finding;
    defect.places.push({ record, ticketNumber, file, line, xpath, value, expected, message });
  }

  private defectOf(finding: Finding): GrowingDefect {
    const { rule, severity, returnReason } = finding;
    const item = this.defects.size < DEFECTS_MAX ? finding.item : null;
    const of = (each: string | null): string => [rule, severity, returnReason, each].join('\n');
    const known = this.defects.get(of(finding.item)) ?? this.defects.get(of(item));
    if (known !== undefined) return known;
    const { remedy } = finding;
    const defect = { rule, severity, returnReason, item, remedy, count: 0, recordCount: 0, lastRecord: null };
    const growing: GrowingDefect = { ...defect, places: [] };
    this.defects.set(of(item), growing);
    return growing;
  }
}

/** What every place of a defect has alike, so that a table need not say it in each line. */
export interface SharedByPlaces {
  /** The one message of all places, where there are several; else null. */
  readonly message: Bilingual | null;
  readonly hasValues: boolean;
  readonly hasExpected: boolean;
}

/** What the lines of a defect's table can leave out. */
export function sharedBy(places: readonly DefectPlace[]): SharedByPlaces {
  const [first] = places;
  const isShared = places.length > 1 && places.every(({ message }) => message.ja === first?.message.ja);
  return {
    message: isShared ? (first?.message ?? null) : null,
    hasValues: places.some(({ value }) => value !== null),
    hasExpected: places.some(({ expected }) => expected !== null),
  };
}

/** A path inside the archive without its root folder, which is the name of the archive. */
export function withoutRoot(file: string | null): string {
  return file === null ? '' : file.slice(file.indexOf('/') + 1);
}

/** What a sender should mend first: what weighs most, then what is most frequent, then by the priority of reasons. */
export function compareDefects(a: Defect, b: Defect): number {
  return (
    severityRank[a.severity] - severityRank[b.severity] ||
    b.count - a.count ||
    reasonRank(a.returnReason) - reasonRank(b.returnReason) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.item ?? '', b.item ?? '')
  );
}

// Plain code unit order: the same on every machine.
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
