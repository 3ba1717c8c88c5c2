import type { Severity } from '@daiko/contracts';
import type { ExchangeEnds } from '../exchanges.js';
import type { Spoiling } from './spoil.js';
import type { CorpusBase } from './valid-records.js';

/** Where a defect must be shown: a file of the record it fell on, one that speaks of all, an entry of the ZIP, or the archive. */
export type DefectFile = 'result' | 'claim' | 'index' | 'summary' | 'entry' | 'archive';

/** What the judge must say of a defect. */
export interface Answer {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: DefectFile;
  /** End of the path, without positions; none where the file itself is at fault. */
  readonly path: string;
  /** Words that message or remedy must have: the defect by name, mostly with the value found. */
  readonly words: readonly string[];
  /** Rules of further findings above warning, where the mistake is truly several. */
  readonly also: readonly string[];
}

/** One thing that somebody writes, on one record of an archive; answer null = legal, however unusual. */
export interface Row {
  readonly name: string;
  readonly spoiling: Spoiling;
  readonly on: CorpusBase;
  readonly exchange?: ExchangeEnds;
  readonly answer: Answer | null;
}

/** What a row may say beside: the record it falls on (`basic`), who sends it to whom (a provider to the agency), further rules. */
export interface More {
  readonly on?: CorpusBase;
  readonly exchange?: ExchangeEnds;
  /** Rules of further findings above warning, after blanks. */
  readonly also?: string;
}

/**
 * Writes a defect down: what was done wrongly in the words of a clerk, how, the rule with its severity, the file with
 * the end of the path, words of message or remedy (in any order, after blanks).
 */
export function defect(
  name: string,
  spoiling: Spoiling,
  rule: `${string} ${Severity}`,
  place: DefectFile | `${DefectFile} ${string}`,
  words: string,
  { on = 'basic', exchange, also = '' }: More = {},
): Row {
  const [id, severity] = rule.split(' ') as [string, Severity];
  const [file, path = ''] = place.split(' ') as [DefectFile, string?];
  const answer = { rule: id, severity, file, path, words: listed(words), also: listed(also) };
  return { name, spoiling, on, answer, ...(exchange && { exchange }) };
}

/** Writes down what is legal although it looks odd. */
export function legal(name: string, spoiling: Spoiling, { on = 'basic', exchange }: More = {}): Row {
  return { name, spoiling, on, answer: null, ...(exchange && { exchange }) };
}

function listed(words: string): readonly string[] {
  return words.split(' ').filter((word) => word !== '');
}
