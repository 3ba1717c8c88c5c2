import { calendarDate, codeTable, itemByCode } from '@daiko/exchange-format';
import { itemCodes } from '../item-codes.js';
import { questions } from '../rules/mandatory/questionnaire.js';
import { FOURTH_PERIOD_START } from '../frame.js';

/** Answers to a question by option; its counters stand one after the other. */
export interface AnswerCounters {
  /** Item code, 17 digits. */
  readonly item: string;
  readonly options: readonly string[];
  readonly first: number;
}

/** A bounded histogram of measured values: what lies beyond its ends is counted in its last bins. */
export interface Histogram {
  readonly name: string;
  readonly first: number;
  readonly bins: number;
  readonly binOf: (value: number) => number;
  /** The value a bin stands for. */
  readonly valueOf: (bin: number) => number;
}

/** Measured values by whether they are whole numbers. */
export interface WholeCounters {
  readonly item: string;
  readonly codes: readonly string[];
  /** Counter of whole numbers; that of the others follows. */
  readonly first: number;
}

/** Names of all counters by their place: names are what is kept, places may change with a release. */
export const counterNames: string[] = [];

function addCounters(names: readonly string[]): number {
  const first = counterNames.length;
  counterNames.push(...names);
  return first;
}

function answersOf(item: string): AnswerCounters {
  const oid = itemByCode(item, calendarDate(FOURTH_PERIOD_START))?.codeSystem ?? '';
  const options = [...(codeTable(oid)?.labels.keys() ?? [])];
  return { item, options, first: addCounters(options.map((option) => `${item}=${option}`)) };
}

function linear(name: string, low: number, high: number, step: number): Histogram {
  const bins = (high - low) / step + 1;
  const valueOf = (bin: number): number => low + bin * step;
  const binOf = (value: number): number => clamped(Math.round((value - low) / step), bins);
  const names = Array.from({ length: bins }, (_, bin) => `${name}~${valueOf(bin)}`);
  return { name, bins, binOf, valueOf, first: addCounters(names) };
}

/** Eight bins to a doubling, from 1 to 4096. */
function logarithmic(name: string): Histogram {
  const bins = 97;
  const binOf = (value: number): number => clamped(Math.round(Math.log2(Math.max(1, value)) * 8), bins);
  const names = Array.from({ length: bins }, (_, bin) => `${name}~2^${bin}/8`);
  return { name, bins, binOf, valueOf: (bin) => 2 ** (bin / 8), first: addCounters(names) };
}

function clamped(bin: number, bins: number): number {
  return bin < 0 ? 0 : bin >= bins ? bins - 1 : bin;
}

function whole(item: string, codes: readonly string[]): WholeCounters {
  return { item, codes, first: addCounters([`${item} whole`, `${item} fraction`]) };
}

const smoking = answersOf(itemCodes.smoking[0]);
const drinking = answersOf(itemCodes.drinking[0]);
const drinkingAmount = answersOf(itemCodes.drinkingAmount[0]);
const medication = [itemCodes.medicationPressure, itemCodes.medicationGlucose, itemCodes.medicationLipid];
const twoValued = [...medication.map(([code]) => code), ...questions]
  .filter((item) => item !== drinking.item && item !== drinkingAmount.item)
  .map(answersOf)
  .filter(({ options }) => options.length === 2);

/** Every counter of a group of records, by what it counts. */
export const counters = {
  smoking,
  bloodDrawTime: answersOf(itemCodes.bloodDrawTime[0]),
  /** 飲酒, 飲酒量 and every question with two answers. */
  questions: [drinking, drinkingAmount, ...twoValued],
  /** 空腹時 and 随時中性脂肪. */
  triglycerideFasting: addCounters(['triglyceride fasting']),
  triglycerideRandom: addCounters(['triglyceride random']),
  /** メタボリックシンドローム判定 and 保健指導レベル: missing or 判定不能. */
  undecided: [
    { item: itemCodes.metabolicSyndrome[0], at: addCounters(['metabolic syndrome undecided']) },
    { item: itemCodes.guidanceLevel[0], at: addCounters(['guidance level undecided']) },
  ],
  wholes: [
    whole(itemCodes.bmi[0], itemCodes.bmi),
    whole(itemCodes.hba1c[0], itemCodes.hba1c),
    whole(itemCodes.hemoglobin[0], itemCodes.hemoglobin),
  ],
  /** 赤血球数, 10*4/mm3. */
  erythrocytes: linear('erythrocytes', 0, 1000, 10),
  /** MCV, fL, of hematocrit and erythrocytes. */
  mcv: linear('mcv', 40, 140, 1),
  /** MCHC, %, of hemoglobin and hematocrit. */
  mchc: linear('mchc', 0, 60, 1),
  /** Enzymes of the liver, U/L. */
  enzymes: [
    { item: itemCodes.ggt[0], codes: itemCodes.ggt, histogram: logarithmic('ggt') },
    { item: itemCodes.ast[0], codes: itemCodes.ast, histogram: logarithmic('ast') },
    { item: itemCodes.alt[0], codes: itemCodes.alt, histogram: logarithmic('alt') },
  ],
} as const;
