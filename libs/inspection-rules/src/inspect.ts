import type { ArchiveKind, ArchiveVerdict, RecordVerdict } from '@daiko/contracts';
import { type ArchiveDirectory, archiveKindOf, type ByteSource, parseRootName } from '@daiko/exchange-format';
import { type ArchiveContext, archiveNameOf } from './archive-facts.js';
import { catalogue } from './catalogue.js';
import { compareFindings, type Finding } from './finding.js';
import { type DeskReport, inspectDesk } from './inspect-desk.js';
import { type ClaimListener, inspectIndex } from './inspect-index.js';
import { inspectRecords } from './inspect-records.js';
import { Repetitions } from './repetitions.js';
import { notChecked } from './not-checked.js';
import { RecordLinks } from './record-links.js';
import type { RecordReport } from './record-report.js';
import type { Rule } from './rule.js';
import type { InspectionSettings } from './settings.js';
import { ArchiveStatistics } from './statistics/archive-statistics.js';
import {
  inspectStatistics,
  noStatisticsMemory,
  type StatisticsReport,
} from './statistics/inspect-statistics.js';

/** Version of the rules as written; changes whenever a verdict may. */
export const RULES_VERSION = '2026.12-4';

/** What a report was judged by. */
export interface ReportVersions {
  /** Version of the rules. */
  readonly rules: string;
  /** Version of the settings. */
  readonly settings: string;
  /** Edition of the standard. */
  readonly standard: string;
  /** Schemas that documents were judged by: our own (`daiko-…`) or an imported set. */
  readonly schemas: string;
  /** JST day of receipt, YYYYMMDD. */
  readonly date: string;
}

/** The archive part of a report. */
export interface ArchiveReport {
  /** Name of the archive without `.zip`. */
  readonly name: string;
  readonly verdict: ArchiveVerdict;
  readonly findings: readonly Finding[];
}

/** One record as `daiko check --format json` prints it. */
export interface PrintedRecord {
  readonly file: string | null;
  readonly claim: string | null;
  readonly verdict: RecordVerdict;
  readonly findings: readonly Finding[];
}

/** The whole report: what `daiko check --format json` prints. */
export interface InspectionReport {
  readonly versions: ReportVersions;
  readonly archive: ArchiveReport;
  readonly records: readonly PrintedRecord[];
  /** Findings on the archive as a whole that only its judged records show (L9). */
  readonly statistics: readonly Finding[];
  /** Rules that were left open or answered in part, for want of masters, a history, a scanner or a setting. */
  readonly notChecked: readonly string[];
}

/** A report whose records are still to be judged, one after the other. */
export interface BegunInspection {
  readonly versions: ReportVersions;
  readonly archive: ArchiveReport;
  /** What the archive holds; null where it cannot be read. */
  readonly directory: ArchiveDirectory | null;
  /** Records that {@link BegunInspection.records} will judge. */
  readonly recordCount: number;
  /** Judges the records in the order of the archive; nothing when the archive is not accepted. */
  readonly records: () => AsyncGenerator<RecordReport>;
  /** What the records that have passed by say as a whole (L9); to be asked when all have. */
  readonly statistics: () => StatisticsReport;
  readonly notChecked: readonly string[];
}

/**
 * Judges the archive (L0–L3) and leaves the records to be judged as a stream, so that memory stays flat.
 * `date` is the JST day of receipt, YYYYMMDD. Throws only what `source` throws.
 */
export async function beginInspection(
  source: ByteSource,
  context: ArchiveContext,
  settings: InspectionSettings,
  date: string,
  rules: readonly Rule[] = catalogue,
): Promise<BegunInspection> {
  const desk = await inspectDesk(source, context, settings, date, rules);
  const { exchange, links, ...archive } = await judgeIndex(source, desk, context, settings, date, rules);
  const { directory } = desk;
  const sum = new ArchiveStatistics();
  const isClaim = exchange === '1';
  // Only what is claimed can be claimed twice.
  const repeats = (index: number): boolean => isClaim && links?.hasOther(index) === true;
  async function* records(): AsyncGenerator<RecordReport> {
    if (directory === null || archive.verdict !== 'accepted') return;
    const indexes = Array(directory.recordCount).keys();
    const repetitions = new Repetitions(settings, date, rules);
    for await (const judged of inspectRecords(source, directory, indexes, settings, date, rules, repeats)) {
      const report = repeats(judged.index) ? repetitions.judge(judged) : judged;
      if (isClaim) sum.add(report);
      yield report;
    }
  }
  return {
    versions: reportVersions(settings, date),
    archive,
    directory,
    recordCount: archive.verdict === 'accepted' ? (directory?.recordCount ?? 0) : 0,
    records,
    statistics: () => inspectStatistics(sum.written(), noStatisticsMemory, settings, date, rules),
    notChecked: notChecked(context, settings, { exchange, kind: kindOf(archive.name) }),
  };
}

/** Judges all of an archive and holds the whole report; for streams see {@link beginInspection}. */
export async function inspect(
  source: ByteSource,
  context: ArchiveContext,
  settings: InspectionSettings,
  date: string,
  rules: readonly Rule[] = catalogue,
): Promise<InspectionReport> {
  const begun = await beginInspection(source, context, settings, date, rules);
  const { versions, archive, notChecked } = begun;
  const records: PrintedRecord[] = [];
  for await (const report of begun.records()) records.push(printedRecord(report));
  return { versions, archive, records, statistics: begun.statistics().findings, notChecked };
}

function kindOf(rootName: string): ArchiveKind | null {
  const name = parseRootName(rootName);
  return name.ok ? archiveKindOf(name.value.kindCode) : null;
}

/** What a report of these settings and this day is judged by. */
export function reportVersions(settings: InspectionSettings, date: string): ReportVersions {
  return {
    rules: RULES_VERSION,
    settings: settings.version,
    standard: '第4期 V08',
    schemas: settings.schemas.id,
    date,
  };
}

/** What desk (L0–L2) and archive pass (L3) found, as one report has it. */
export function archiveFindings(
  desk: readonly Finding[],
  index: readonly Finding[],
  settings: InspectionSettings,
): Finding[] {
  return [...desk, ...index].sort(compareFindings).slice(0, settings.findingsMax);
}

/** The part of a record's report that is printed. */
export function printedRecord({ file, claim, verdict, findings }: RecordReport): PrintedRecord {
  return { file, claim, verdict, findings };
}

async function judgeIndex(
  source: ByteSource,
  desk: DeskReport,
  context: ArchiveContext,
  settings: InspectionSettings,
  date: string,
  rules: readonly Rule[],
): Promise<ArchiveReport & { readonly exchange: string | null; readonly links: RecordLinks | null }> {
  const name = archiveNameOf(context.fileName);
  const { directory, findings, verdict } = desk;
  if (directory === null || verdict !== 'accepted') {
    return { name, verdict, findings, exchange: null, links: null };
  }
  const links = new RecordLinks(directory.recordCount);
  const onClaim: ClaimListener = (at, _facts, whose) => links.add(at, whose);
  const index = await inspectIndex(source, directory, settings, date, onClaim, rules);
  const all = [...findings, ...index.findings].sort(compareFindings).slice(0, settings.findingsMax);
  return { name, verdict: index.verdict, findings: all, exchange: index.exchange?.kind ?? null, links };
}
