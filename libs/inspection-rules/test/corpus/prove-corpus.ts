import type { Bilingual } from '@daiko/contracts';
import { expect, it } from '@jest/globals';
import { defaultSettings, type Finding, inspect, type InspectionReport } from '../../src/index.js';
import { invented, sourceOf } from '../build-archive.js';
import type { Answer, DefectFile, Row } from './defect.js';
import { sendArchive, type SentArchive, TARGET } from './spoil.js';

const isGrave = ({ severity }: Pick<Finding, 'severity'>): boolean =>
  severity !== 'warning' && severity !== 'info';

/** Judges every row as `daiko check` does: a defect is said once, by its name and at its place, and nothing beside it. */
export function proveCorpus(rows: readonly Row[]): void {
  it.each(rows.map((row) => [row.name, row] as const))('%s', async (_name, row) => {
    expect(await faultsOf(row)).toEqual([]);
  });
}

/** What is wrong with the judge's answer to a row, in lines; none where it is as it must be. */
export async function faultsOf({ on, spoiling, exchange, answer }: Row): Promise<string[]> {
  const sent = sendArchive(on, spoiling, exchange);
  const { zip, fileName } = sent;
  const settings = defaultSettings(invented.agency);
  const report = await inspect(sourceOf(zip), { fileName }, settings, invented.date);
  const all = [...report.archive.findings, ...report.records.flatMap(({ findings }) => findings)];
  const faults = [
    ...(answer === null ? faultsOfLegal(all) : faultsOfDefect(answer, sent, all)),
    ...(answer === null || isOfRecord(answer) ? neighboursAccused(report) : []),
  ];
  return faults.length === 0 ? [] : [...faults, ...all.map(shown)];
}

function faultsOfLegal(all: readonly Finding[]): string[] {
  return all.filter(isGrave).map(({ rule }) => `accused by ${rule}`);
}

function faultsOfDefect(answer: Answer, sent: SentArchive, all: readonly Finding[]): string[] {
  const said = all.filter(({ rule }) => rule === answer.rule);
  const inPlace = said.filter((finding) => isThere(answer, sent, finding));
  const named = inPlace.filter(
    (finding) =>
      saysAll(finding, 'ja', answer.words) && saysAll(finding, 'en', answer.words.filter(isOfBothLanguages)),
  );
  const grave = all.filter(isGrave).map(({ rule }) => rule);
  const wanted = [...(isGrave(answer) ? [answer.rule] : []), ...answer.also];
  return [
    ...(said.length === 0 ? ['silent'] : []),
    ...(said.length > 0 && inPlace.length === 0 ? ['wrong place'] : []),
    ...(inPlace.length > 0 && named.length === 0 ? ['vague'] : []),
    ...(named.length > 0 && !named.some(({ severity }) => severity === answer.severity)
      ? ['wrong severity']
      : []),
    ...(grave.toSorted().join() === wanted.toSorted().join()
      ? []
      : [`above warning: ${grave.join(' ') || 'nothing'}; expected: ${wanted.join(' ') || 'nothing'}`]),
  ];
}

/** Codes, values and numbers are the same in both languages. */
const isOfBothLanguages = (word: string): boolean => /^[!-~]*[0-9A-Za-z][!-~]*$/.test(word);

function saysAll({ message, remedy }: Finding, language: keyof Bilingual, words: readonly string[]): boolean {
  const said = `${message[language]} ${remedy[language]}`;
  return words.every((word) => said.includes(word));
}

function isThere(answer: Answer, { paths }: SentArchive, { file, xpath }: Finding): boolean {
  const ends: Record<DefectFile, string | null> = {
    result: paths.result,
    claim: paths.claim,
    index: 'ix08_V08.xml',
    summary: 'su08_V08.xml',
    entry: '',
    archive: null,
  };
  const end = ends[answer.file];
  const isFile = end === null ? file === null : file?.endsWith(end) === true;
  return isFile && (xpath ?? '').replace(/\[\d+\]/g, '').endsWith(answer.path);
}

const isOfRecord = ({ file, severity }: Answer): boolean =>
  severity !== 'refuse' && (file === 'result' || file === 'claim');

/** A defect of one record leaves the other four without an accusation, and the archive accepted. */
function neighboursAccused({ archive, records }: InspectionReport): string[] {
  const others = records.filter((_, at) => at !== TARGET);
  const isWhole = archive.verdict === 'accepted' && others.length === 4;
  return [
    ...(isWhole ? [] : [`archive ${archive.verdict}, ${records.length} records judged`]),
    ...archive.findings.filter(isGrave).map(({ rule }) => `archive accused by ${rule}`),
    ...others.flatMap(({ findings }) =>
      findings.filter(isGrave).map(({ rule }) => `neighbour accused by ${rule}`),
    ),
  ];
}

function shown({ rule, severity, file, line, xpath, value, expected, message, remedy }: Finding): string {
  const place = `${file?.replace(/^[^/]*\//, '').replace(/\d{20}(\d{6})/, '…$1') ?? 'archive'}:${line ?? '-'} ${xpath ?? ''}`;
  return `${rule} ${severity} ${place} [${value ?? ''} → ${expected ?? ''}] ${message.ja} / ${remedy.ja} | ${message.en}`;
}
