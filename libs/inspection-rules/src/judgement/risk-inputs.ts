import { ageAt } from '@daiko/exchange-format';
import type { RecordReading } from '../record-reading.js';
import { itemCodes } from '../item-codes.js';
import { yearEndOf } from '../year-end.js';
import type { Known } from './outcomes.js';

/** What the tables of メタボリックシンドローム判定 and 保健指導レベル are computed from; null = no value. */
export interface RiskInputs {
  readonly isMale: Known;
  readonly bmi: number | null;
  readonly waist: number | null;
  readonly visceralFat: number | null;
  readonly glucoseFasting: number | null;
  readonly hba1c: number | null;
  readonly glucoseRandom: number | null;
  /** Blood drawn 3.5 to 10 hours after a meal. */
  readonly isDrawnLater: boolean;
  readonly triglycerideFasting: number | null;
  readonly triglycerideRandom: number | null;
  readonly hdl: number | null;
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly medicines: { readonly pressure: Known; readonly sugar: Known; readonly lipid: Known };
  readonly smokes: Known;
  /** Age at the end of the fiscal year; null without dates. */
  readonly age: number | null;
  /** The same when an age is reached on the day before the birthday. */
  readonly ageByLaw: number | null;
}

/** Reads the inputs of a record. */
export function riskInputsOf(facts: RecordReading): RiskInputs {
  const sex = facts.resultIdentity?.gender?.value ?? '';
  const smoking = facts.codeOf(itemCodes.smoking);
  const { birthDate, serviceDate } = facts;
  const end = serviceDate === null ? null : yearEndOf(serviceDate);
  return {
    isMale: sex === '1' ? true : sex === '2' ? false : null,
    bmi: facts.numberOf(itemCodes.bmi),
    waist: facts.numberOf(itemCodes.waist),
    visceralFat: facts.numberOf(itemCodes.visceralFat),
    glucoseFasting: facts.numberOf(itemCodes.glucoseFasting),
    hba1c: facts.numberOf(itemCodes.hba1c),
    glucoseRandom: facts.numberOf(itemCodes.glucoseRandom),
    isDrawnLater: facts.codeOf(itemCodes.bloodDrawTime) === '3',
    triglycerideFasting: facts.numberOf(itemCodes.triglycerideFasting),
    triglycerideRandom: facts.numberOf(itemCodes.triglycerideRandom),
    hdl: facts.numberOf(itemCodes.hdl),
    systolic: facts.numberOf(itemCodes.systolic),
    diastolic: facts.numberOf(itemCodes.diastolic),
    medicines: {
      pressure: yesNo(facts.codeOf(itemCodes.medicationPressure)),
      sugar: yesNo(facts.codeOf(itemCodes.medicationGlucose)),
      lipid: yesNo(facts.codeOf(itemCodes.medicationLipid)),
    },
    smokes: /^[123]$/.test(smoking) ? smoking === '1' : null,
    age: birthDate === null || end === null ? null : ageAt(birthDate, end.last),
    ageByLaw: birthDate === null || end === null ? null : ageAt(birthDate, end.after),
  };
}

function yesNo(code: string): Known {
  return code === '1' ? true : code === '2' ? false : null;
}
