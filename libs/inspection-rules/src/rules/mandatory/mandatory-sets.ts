import type { Bilingual } from '@daiko/contracts';
import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { isUndone } from '../value/undone-items.js';

/** Items of which one must have a value, and the name people know them by. */
export interface MandatorySet {
  readonly name: Bilingual;
  readonly codes: readonly string[];
  /** True where this record may leave the set out. */
  readonly isExcused?: (facts: PairFacts) => boolean;
}

/** True where waist and visceral fat may be left out: BMI below 20. */
export function mayLeaveOutWaist(facts: PairFacts): boolean {
  return (facts.numberOf(itemCodes.bmi) ?? Infinity) < 20;
}

/** True for a urine test that is recorded as 未実施 or 測定不可能: K028 asks for its reason. */
export function isUndoneUrine(codes: readonly string[]): (facts: PairFacts) => boolean {
  return (facts) => {
    const item = facts.itemOf(codes);
    return item !== null && isUndone(item);
  };
}

/** Sets that 特定健診 (010) and 広域連合の保健事業 (020) both demand. */
const commonSets: readonly MandatorySet[] = [
  { name: text('身長', 'height'), codes: itemCodes.height },
  { name: text('体重', 'weight'), codes: itemCodes.weight },
  { name: text('BMI', 'BMI'), codes: itemCodes.bmi },
  { name: text('収縮期血圧', 'systolic pressure'), codes: itemCodes.systolic },
  { name: text('拡張期血圧', 'diastolic pressure'), codes: itemCodes.diastolic },
  { name: text('既往歴', 'medical history'), codes: itemCodes.medicalHistory },
  { name: text('自覚症状', 'subjective symptoms'), codes: itemCodes.subjectiveSymptoms },
  { name: text('他覚症状', 'objective symptoms'), codes: itemCodes.objectiveSymptoms },
  {
    name: text('中性脂肪', 'triglyceride'),
    codes: [...itemCodes.triglycerideFasting, ...itemCodes.triglycerideRandom],
  },
  { name: text('HDLコレステロール', 'HDL cholesterol'), codes: itemCodes.hdl },
  {
    name: text('LDLコレステロール又はNon-HDL', 'LDL cholesterol or non-HDL'),
    codes: [...itemCodes.ldl, ...itemCodes.ldlCalculated, ...itemCodes.nonHdl],
  },
  { name: text('AST', 'AST'), codes: itemCodes.ast },
  { name: text('ALT', 'ALT'), codes: itemCodes.alt },
  { name: text('γ-GT', 'γ-GT'), codes: itemCodes.ggt },
  {
    name: text('血糖又はHbA1c', 'blood glucose or HbA1c'),
    codes: [...itemCodes.glucoseFasting, ...itemCodes.hba1c, ...itemCodes.glucoseRandom],
  },
  {
    name: text('尿糖', 'urine glucose'),
    codes: itemCodes.urineGlucose,
    isExcused: isUndoneUrine(itemCodes.urineGlucose),
  },
  {
    name: text('尿蛋白', 'urine protein'),
    codes: itemCodes.urineProtein,
    isExcused: isUndoneUrine(itemCodes.urineProtein),
  },
  { name: text('医師の診断', 'diagnosis'), codes: itemCodes.diagnosis },
];

/** What 広域連合の保健事業 (020) demands by its column of the item table: no waist, no judgements. */
export const elderlySets: readonly MandatorySet[] = commonSets;

/** What 特定健診 (010) demands. */
export const checkupSets: readonly MandatorySet[] = [
  ...commonSets,
  {
    name: text('腹囲又は内臓脂肪面積', 'waist or visceral fat'),
    codes: [...itemCodes.visceralFat, ...itemCodes.waist],
    isExcused: mayLeaveOutWaist,
  },
  { name: text('採血時間（食後）', 'time since the last meal'), codes: itemCodes.bloodDrawTime },
  { name: text('メタボリックシンドローム判定', 'metabolic syndrome'), codes: itemCodes.metabolicSyndrome },
  { name: text('保健指導レベル', 'guidance level'), codes: itemCodes.guidanceLevel },
  { name: text('服薬歴（血圧）', 'medication for pressure'), codes: itemCodes.medicationPressure },
  { name: text('服薬歴（血糖）', 'medication for glucose'), codes: itemCodes.medicationGlucose },
  { name: text('服薬歴（脂質）', 'medication for lipids'), codes: itemCodes.medicationLipid },
  { name: text('喫煙歴', 'smoking'), codes: itemCodes.smoking },
];
