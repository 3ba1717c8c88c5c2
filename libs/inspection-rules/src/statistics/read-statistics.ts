import { type CheckupItem, fiscalYear } from '@daiko/exchange-format';
import type { PairFacts } from '../facts.js';
import { itemCodes } from '../item-codes.js';
import { notesOf } from '../item-notes.js';
import { UNDECIDED } from '../judgement/outcomes.js';
import { counters, type Histogram } from './counters.js';

/** What one checkup adds to the statistics of its institution. Sensitive: lives in memory until it is counted. */
export interface RecordStatistics {
  /** 健診機関番号. */
  readonly institution: string;
  /** 年度 of the checkup. */
  readonly fiscalYear: number;
  /** Counters that it adds one to. */
  readonly counted: readonly number[];
}

/** The counters of a checkup that was claimed; null for everything else. */
export function readStatistics(pair: PairFacts): RecordStatistics | null {
  const { checkup, serviceDate, claimIdentity, programme, exchange } = pair;
  if (checkup === null || programme !== '010' || (exchange?.kind ?? '1') !== '1') return null;
  const institution = claimIdentity?.providerNumber?.value ?? '';
  if (serviceDate === null || !/^\d{10}$/.test(institution)) return null;
  const counted: number[] = [];
  countAnswers(pair, checkup.items, counted);
  countValues(pair, counted);
  return { institution, fiscalYear: fiscalYear(serviceDate), counted };
}

function countAnswers(pair: PairFacts, items: readonly CheckupItem[], counted: number[]): void {
  const { mayRepeat } = pair.items;
  for (const item of items) {
    const counter = (notesOf(item).counter ??= counterOf(item));
    if (counter === NONE) continue;
    // Of an item that stands twice the first counts.
    if (!mayRepeat || pair.item(item.code) === item) counted.push(counter);
  }
  const [metabolicSyndrome, guidanceLevel] = counters.undecided;
  if (isUndecided(pair.codeOf(itemCodes.metabolicSyndrome))) counted.push(metabolicSyndrome.at);
  if (isUndecided(pair.codeOf(itemCodes.guidanceLevel))) counted.push(guidanceLevel.at);
}

const NONE = -1;
const answersByItem = new Map(
  [counters.smoking, counters.bloodDrawTime, ...counters.questions].map((answers) => [answers.item, answers]),
);

/** Counter of an answer; {@link NONE} of what is no answer to a question that is counted. */
function counterOf({ code, state, valueCode }: CheckupItem): number {
  const answers = state === 'VALUE' ? answersByItem.get(code) : undefined;
  const option = answers?.options.indexOf(valueCode) ?? NONE;
  return answers === undefined || option === NONE ? NONE : answers.first + option;
}

function isUndecided(code: string): boolean {
  return code === '' || code === UNDECIDED;
}

function countValues(pair: PairFacts, counted: number[]): void {
  if (pair.has(itemCodes.triglycerideFasting)) counted.push(counters.triglycerideFasting);
  else if (pair.has(itemCodes.triglycerideRandom)) counted.push(counters.triglycerideRandom);
  for (const { codes, first } of counters.wholes) {
    const value = pair.writtenNumberOf(codes);
    if (value !== null) counted.push(Number.isInteger(value) ? first : first + 1);
  }
  for (const { codes, histogram } of counters.enzymes) count(histogram, pair.writtenNumberOf(codes), counted);
  const erythrocytes = pair.writtenNumberOf(itemCodes.erythrocytes);
  const hematocrit = pair.writtenNumberOf(itemCodes.hematocrit);
  count(counters.erythrocytes, erythrocytes, counted);
  count(counters.mcv, ratio(hematocrit, erythrocytes, 1000), counted);
  count(counters.mchc, ratio(pair.writtenNumberOf(itemCodes.hemoglobin), hematocrit, 100), counted);
}

function count(histogram: Histogram, value: number | null, counted: number[]): void {
  if (value !== null && Number.isFinite(value)) counted.push(histogram.first + histogram.binOf(value));
}

function ratio(of: number | null, by: number | null, times: number): number | null {
  return of === null || by === null || by <= 0 ? null : (of / by) * times;
}
