import { atLeast, either, type Known } from './outcomes.js';
import type { RiskInputs } from './risk-inputs.js';

/** Thresholds of a table. */
export interface Thresholds {
  readonly glucose: number;
  readonly hba1c: number;
  readonly triglycerideFasting: number;
  readonly triglycerideRandom: number;
  /** True where random blood counts only when drawn 3.5 to 10 hours after a meal. */
  readonly demandsLaterBlood: boolean;
}

/** Which of the documented readings of a table is followed where there is more than one. */
export interface Reading {
  /** Waist although visceral fat was measured. */
  readonly waistFirst: boolean;
  /** HbA1c beside fasting glucose, joined by "or". */
  readonly sugarsJoined: boolean;
  /** Random triglyceride and random glucose do not count. */
  readonly withoutRandom: boolean;
  /** Age by law: reached on the day before the birthday. */
  readonly ageByLaw: boolean;
}

export const plainReading: Reading = {
  waistFirst: false,
  sugarsJoined: false,
  withoutRandom: false,
  ageByLaw: false,
};

/** The other readings that can make a difference for these inputs, each with one deviation. */
export function otherReadings(inputs: RiskInputs): readonly Reading[] {
  const readings: Reading[] = [];
  const add = (deviation: Partial<Reading>) => readings.push({ ...plainReading, ...deviation });
  if (inputs.visceralFat !== null && inputs.waist !== null) add({ waistFirst: true });
  if (inputs.glucoseFasting !== null && inputs.hba1c !== null) add({ sugarsJoined: true });
  if (inputs.triglycerideRandom !== null || inputs.glucoseRandom !== null) add({ withoutRandom: true });
  if (inputs.age !== inputs.ageByLaw) add({ ageByLaw: true });
  return readings;
}

export interface Risks {
  readonly waist: Known;
  readonly sugar: Known;
  readonly lipid: Known;
  readonly pressure: Known;
}

/** The risks by measured values alone, without medicines. */
export function risksOf(inputs: RiskInputs, thresholds: Thresholds, reading: Reading): Risks {
  return {
    waist: waistRisk(inputs, reading),
    sugar: sugarRisk(inputs, thresholds, reading),
    lipid: lipidRisk(inputs, thresholds, reading),
    pressure: either(atLeast(inputs.systolic, 130), atLeast(inputs.diastolic, 85)),
  };
}

function waistRisk(inputs: RiskInputs, reading: Reading): Known {
  const { visceralFat, waist, bmi, isMale } = inputs;
  if (visceralFat !== null && !(reading.waistFirst && waist !== null)) return visceralFat >= 100;
  // BMI below 20: the doctor may leave the waist out, and it counts as below the limit.
  if (waist === null) return bmi !== null && bmi < 20 ? false : null;
  if (isMale !== null) return waist >= (isMale ? 85 : 90);
  return waist >= 90 ? true : waist < 85 ? false : null;
}

function sugarRisk(inputs: RiskInputs, thresholds: Thresholds, reading: Reading): Known {
  const { glucoseFasting, hba1c, glucoseRandom } = inputs;
  if (glucoseFasting !== null) {
    const joined = reading.sugarsJoined && hba1c !== null && hba1c >= thresholds.hba1c;
    return glucoseFasting >= thresholds.glucose || joined;
  }
  if (hba1c !== null) return hba1c >= thresholds.hba1c;
  const counts = !reading.withoutRandom && (!thresholds.demandsLaterBlood || inputs.isDrawnLater);
  return counts ? atLeast(glucoseRandom, thresholds.glucose) : null;
}

function lipidRisk(inputs: RiskInputs, thresholds: Thresholds, reading: Reading): Known {
  const { triglycerideFasting, triglycerideRandom, hdl } = inputs;
  const lowHdl: Known = hdl === null ? null : hdl < 40;
  if (triglycerideFasting !== null) {
    return either(lowHdl, triglycerideFasting >= thresholds.triglycerideFasting);
  }
  if (triglycerideRandom === null) return either(lowHdl, null);
  const counts = !reading.withoutRandom && (!thresholds.demandsLaterBlood || inputs.isDrawnLater);
  return either(lowHdl, counts && triglycerideRandom >= thresholds.triglycerideRandom);
}
