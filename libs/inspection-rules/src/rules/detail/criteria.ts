import type { DetailCode } from '../../detail-groups.js';
import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';
import { either, type Known } from '../../judgement/outcomes.js';

/** Lowest values with which a doctor may order a group: pressures, glucose of any kind, HbA1c. */
interface Criterion {
  readonly systolic: number;
  readonly diastolic: number;
  readonly sugar: { readonly glucose: number; readonly hba1c: number } | null;
}

const criteria: Readonly<Record<DetailCode, Criterion | null>> = {
  // 貧血: the history or what the doctor sees.
  1: null,
  2: { systolic: 140, diastolic: 90, sugar: null },
  3: { systolic: 140, diastolic: 90, sugar: { glucose: 126, hba1c: 6.5 } },
  4: { systolic: 130, diastolic: 85, sugar: { glucose: 100, hba1c: 5.6 } },
};

/** True where the results of this exam let a doctor order a group, false where not, null where they do not say. */
export function isEligible(facts: PairFacts, code: DetailCode): Known {
  const criterion = criteria[code];
  if (criterion === null) return null;
  const pressure = pressureReaches(facts, criterion);
  if (criterion.sugar === null) return pressure;
  return either(pressure, sugarReaches(facts, criterion.sugar));
}

/** In words, for messages. */
export function criterionText(code: DetailCode): string {
  const criterion = criteria[code];
  if (criterion === null) return '';
  const { systolic, diastolic, sugar } = criterion;
  const pressure = `${systolic}/${diastolic} mmHg`;
  return sugar === null ? pressure : `${pressure}, ${sugar.glucose} mg/dL, HbA1c ${sugar.hba1c} %`;
}

function pressureReaches(facts: PairFacts, { systolic, diastolic }: Criterion): Known {
  let isKnown = false;
  for (const reading of facts.pressures) {
    const high = reading.systolic?.number ?? null;
    const low = reading.diastolic?.number ?? null;
    if ((high !== null && high >= systolic) || (low !== null && low >= diastolic)) return true;
    isKnown ||= high !== null && low !== null;
  }
  return isKnown ? false : null;
}

function sugarReaches(facts: PairFacts, limits: { glucose: number; hba1c: number }): Known {
  const hba1c = facts.numberOf(itemCodes.hba1c);
  const glucose = [facts.numberOf(itemCodes.glucoseFasting), facts.numberOf(itemCodes.glucoseRandom)];
  if (hba1c !== null && hba1c >= limits.hba1c) return true;
  if (glucose.some((value) => value !== null && value >= limits.glucose)) return true;
  return hba1c === null && glucose.every((value) => value === null) ? null : false;
}
