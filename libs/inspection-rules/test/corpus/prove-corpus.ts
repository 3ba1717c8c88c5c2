import { expect, it } from '@jest/globals';
import type { Severity } from '@daiko/contracts';
import { defaultSettings, type Finding, inspect, type InspectionReport } from '../../src/index.js';
import { invented, sourceOf } from '../build-archive.js';
import type { ExchangeEnds } from '../exchanges.js';
import { sendArchive, type SentArchive, type Step, TARGET } from './spoil.js';
import type { CorpusBase } from './valid-records.js';

/** Where a defect must be shown: a file of the record it fell on, one that speaks of all, or the archive. */
export type CorpusFile = 'result' | 'claim' | 'index' | 'summary' | 'archive' | 'elsewhere';

/** One mistake that a vendor makes, and what the judge must say of it. */
export interface CorpusDefect {
  /** What was done wrongly, in the words of a clerk. */
  readonly defect: string;
  readonly on?: CorpusBase;
  readonly exchange?: ExchangeEnds;
  readonly edit: Step | readonly Step[];
  /** Rule that must say it; of several any one. */
  readonly rule: string | readonly string[];
  readonly file: CorpusFile;
  /** End of the path of the element, where it is one. */
  readonly at?: RegExp;
  /** What message or remedy must name. */
  readonly words: RegExp;
  /** `warning` where a warning is what the handbook wants; else it must be more. */
  readonly severity?: Severity;
  /** Findings above warning there are in all: 1 unless the mistake is truly several. */
  readonly times?: number;
}

/** A writing that is unusual but right. */
export interface CorpusLegal {
  readonly legal: string;
  readonly on?: CorpusBase;
  readonly exchange?: ExchangeEnds;
  readonly edit: Step | readonly Step[];
}

const isGrave = ({ severity }: Finding): boolean => severity !== 'warning' && severity !== 'info';

/** Judges every defect as `daiko check` does: one defect, one finding that names it, and nothing beside it. */
export function proveDefects(defects: readonly CorpusDefect[]): void {
  it.each(defects.map((row) => [row.defect, row] as const))('%s', async (_defect, row) => {
    const sent = sendArchive(row.on ?? 'basic', stepsOf(row.edit), row.exchange);
    const report = await judge(sent);
    expect([...faultsOf(row, sent, report), ...neighboursAccused(report, row.file)]).toEqual([]);
  });
}

/** Judges every unusual writing: five records, all accepted. */
export function proveLegal(writings: readonly CorpusLegal[]): void {
  it.each(writings.map((row) => [row.legal, row] as const))('%s', async (_legal, row) => {
    const report = await judge(sendArchive(row.on ?? 'basic', stepsOf(row.edit), row.exchange));
    expect(allFindings(report).filter(isGrave).map(shown)).toEqual([]);
    expect(report.archive.verdict).toBe('accepted');
    expect(report.records.map(({ verdict }) => verdict)).toEqual(Array(5).fill('accepted'));
  });
}

function stepsOf(edit: Step | readonly Step[]): readonly Step[] {
  return Array.isArray(edit) ? (edit as readonly Step[]) : [edit as Step];
}

function judge({ zip, fileName }: SentArchive): Promise<InspectionReport> {
  return inspect(sourceOf(zip), { fileName }, defaultSettings(invented.agency), invented.date);
}

function allFindings({ archive, records }: InspectionReport): Finding[] {
  return [...archive.findings, ...records.flatMap(({ findings }) => findings)];
}

/** What is wrong with the answer, in lines; none where the defect is said once, at its place and in its words. */
function faultsOf(row: CorpusDefect, sent: SentArchive, report: InspectionReport): string[] {
  const all = allFindings(report);
  const rules = typeof row.rule === 'string' ? [row.rule] : row.rule;
  const said = all.filter(({ rule }) => rules.includes(rule));
  const wanted = row.severity === undefined ? isGrave : ({ severity }: Finding) => severity === row.severity;
  const inPlace = said.filter((finding) => isThere(row, sent, finding));
  const named = inPlace.filter(({ message, remedy }) => row.words.test(`${message.ja} ${remedy.ja}`));
  const grave = all.filter(isGrave).length;
  const times = row.times ?? (wanted === isGrave || row.severity === 'query' ? 1 : 0);
  const faults = [
    ...(said.length === 0 ? ['silent'] : []),
    ...(said.length > 0 && inPlace.length === 0 ? ['wrong place'] : []),
    ...(inPlace.length > 0 && named.length === 0 ? ['vague'] : []),
    ...(named.length > 0 && !named.some(wanted) ? ['wrong severity'] : []),
    ...(grave === times ? [] : [`${grave} findings above warning, ${times} expected`]),
  ];
  return faults.length === 0 ? [] : [...faults, ...all.map(shown)];
}

function isThere(row: CorpusDefect, { paths }: SentArchive, { file, xpath }: Finding): boolean {
  const ends = {
    result: paths.result,
    claim: paths.claim,
    index: 'ix08_V08.xml',
    summary: 'su08_V08.xml',
  } as const;
  const isFile =
    row.file === 'elsewhere'
      ? file !== null
      : row.file === 'archive'
        ? file === null
        : file?.endsWith(ends[row.file]) === true;
  return isFile && (row.at === undefined || row.at.test(xpath ?? ''));
}

/** A defect of one record leaves the other four accepted, and the archive with them. */
function neighboursAccused(report: InspectionReport, file: CorpusFile): string[] {
  if (file !== 'result' && file !== 'claim') return [];
  const others = report.records.filter((_, at) => at !== TARGET);
  const isWhole = report.archive.verdict === 'accepted' && others.length === 4;
  return [
    ...(isWhole ? [] : [`archive ${report.archive.verdict}, ${report.records.length} records judged`]),
    ...report.archive.findings.filter(isGrave).map((finding) => `archive accused: ${shown(finding)}`),
    ...others.flatMap(({ findings }) =>
      findings.filter(isGrave).map((one) => `neighbour accused: ${shown(one)}`),
    ),
  ];
}

function shown({ rule, severity, file, line, xpath, value, expected, message, remedy }: Finding): string {
  const place = `${file?.replace(/^[^/]*\//, '').replace(/\d{20}(\d{6})/, '…$1') ?? 'archive'}:${line ?? '-'} ${xpath ?? ''}`;
  return `${rule} ${severity} ${place} [${value ?? ''} → ${expected ?? ''}] ${message.ja} / ${remedy.ja}`;
}
