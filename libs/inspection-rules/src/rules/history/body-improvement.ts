import type { MemoryCase } from '../../memory-case.js';
import type { FilePlace } from '../../place.js';
import { checkupOf } from './earlier-records.js';

/** Waist in cm and weight in kg. */
export interface Body {
  readonly waist: number | null;
  readonly weight: number | null;
}

/** What a person has lost between two measurements, in whole tenths, so that no rounding decides; null where one is missing. */
export function lossOf(before: Body, after: Body): { waist: number; weight: number } | null {
  if (before.waist === null || before.weight === null || after.waist === null || after.weight === null) {
    return null;
  }
  return {
    waist: tenths(before.waist) - tenths(after.waist),
    weight: tenths(before.weight) - tenths(after.weight),
  };
}

/** At least so many centimetres and as many kilograms. */
export function reaches(loss: { waist: number; weight: number }, least: number): boolean {
  return loss.waist >= least * 10 && loss.weight >= least * 10;
}

/** 2 cm and 2 kg, or 2.4 % of the weight in kg and the same number of cm. */
export function reachesTwo(loss: { waist: number; weight: number }, weightBefore: number): boolean {
  const share = tenths(weightBefore) * 0.024;
  return reaches(loss, 2) || (loss.weight >= share && loss.waist >= share);
}

/** Tenths as `1.5`. */
export function inWords({ waist, weight }: { waist: number; weight: number }): string {
  return `${(waist / 10).toFixed(1)} cm, ${(weight / 10).toFixed(1)} kg`;
}

function tenths(value: number): number {
  return Math.round(value * 10);
}

/** Loss between the checkup and 実績評価 of a record whose 腹囲・体重の改善 has a code; null where something is not known. */
export function evaluatedBody(
  memory: MemoryCase,
  code: string,
): { loss: { waist: number; weight: number }; weightBefore: number; place: FilePlace } | null {
  const { guidance, places } = memory.record;
  if (guidance === null || guidance.body !== code) return null;
  const before = checkupOf(memory)?.values?.checkup ?? null;
  const loss = before === null ? null : lossOf(before, guidance);
  if (before === null || before.weight === null || loss === null) return null;
  return { loss, weightBefore: before.weight, place: { file: places.result, ...guidance.bodyPlace } };
}
