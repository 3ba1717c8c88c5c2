import type { CheckupItem } from '@daiko/exchange-format';
import type { PairFacts } from '../facts.js';
import { itemCodes } from '../item-codes.js';
import { either, type Known, settled, UNDECIDED } from './outcomes.js';
import { type RiskInputs, riskInputsOf } from './risk-inputs.js';
import { otherReadings, plainReading, type Reading, type Risks, risksOf, type Thresholds } from './risks.js';

/** One judgement of a record beside the one its results give. */
export interface Judgement {
  readonly item: CheckupItem | null;
  /** As recorded; '' without a value. */
  readonly recorded: string;
  /** By the first reading of the table. */
  readonly computed: string;
  /** Every code some documented reading allows. */
  readonly accepted: ReadonlySet<string>;
  /** Waist or visceral fat is positive and at least two measured risks are certain. */
  readonly hasClearRisks: boolean;
}

/** メタボリックシンドローム判定 and 保健指導レベル of a record, recomputed. */
export interface Judgements {
  readonly inputs: RiskInputs;
  readonly metabolic: Judgement;
  readonly level: Judgement;
  /** 服薬 of any of the three kinds. */
  readonly isMedicated: Known;
}

const metabolicThresholds: Thresholds = {
  glucose: 110,
  hba1c: 6,
  triglycerideFasting: 150,
  triglycerideRandom: 175,
  demandsLaterBlood: false,
};

const levelThresholds: Thresholds = {
  glucose: 100,
  hba1c: 5.6,
  triglycerideFasting: 150,
  triglycerideRandom: 175,
  demandsLaterBlood: true,
};

/** Age from which on 積極的支援 becomes 動機付け支援. */
const OLD = 65;

export function judgementsOf(facts: PairFacts): Judgements {
  const inputs = riskInputsOf(facts);
  const { pressure, sugar, lipid } = inputs.medicines;
  const isMedicated = either(pressure, either(sugar, lipid));
  const readings = otherReadings(inputs);
  return {
    inputs,
    isMedicated,
    metabolic: judged(
      facts,
      itemCodes.metabolicSyndrome,
      (reading) => metabolicCode(inputs, reading),
      readings,
      isMetabolicComplete(inputs),
      hasClearRisks(risksOf(inputs, metabolicThresholds, plainReading)),
    ),
    level: judged(
      facts,
      itemCodes.guidanceLevel,
      (reading) => levelCode(inputs, isMedicated, reading),
      readings,
      isLevelComplete(inputs),
      hasClearRisks(risksOf(inputs, levelThresholds, plainReading)),
    ),
  };
}

function judged(
  facts: PairFacts,
  codes: readonly string[],
  codeBy: (reading: Reading) => string,
  readings: readonly Reading[],
  isComplete: boolean,
  hasRisks: boolean,
): Judgement {
  const computed = codeBy(plainReading);
  const accepted = new Set([computed, ...readings.map(codeBy)]);
  if (!isComplete) accepted.add(UNDECIDED);
  return {
    item: facts.itemOf(codes),
    recorded: facts.codeOf(codes),
    computed,
    accepted,
    hasClearRisks: hasRisks,
  };
}

/** メタボリックシンドローム判定: 1 基準該当, 2 予備群該当, 3 非該当, 4 判定不能. */
export function metabolicCode(inputs: RiskInputs, reading: Reading): string {
  const { waist, sugar, lipid, pressure } = risksOf(inputs, metabolicThresholds, reading);
  const { medicines } = inputs;
  const conditions = [
    waist,
    sugar === true || medicines.sugar === true ? true : sugar,
    lipid === true || medicines.lipid === true ? true : lipid,
    pressure === true || medicines.pressure === true ? true : pressure,
  ];
  return settled(conditions, ([isWide, ...risks]) => {
    if (!isWide) return '3';
    const count = risks.filter(Boolean).length;
    return count >= 2 ? '1' : count === 1 ? '2' : '3';
  });
}

/** 保健指導レベル: 1 積極的支援, 2 動機付け支援, 3 なし, 4 判定不能. */
export function levelCode(inputs: RiskInputs, isMedicated: Known, reading: Reading): string {
  const { waist, sugar, lipid, pressure } = risksOf(inputs, levelThresholds, reading);
  const age = reading.ageByLaw ? inputs.ageByLaw : inputs.age;
  const isHeavy = inputs.bmi === null ? null : inputs.bmi >= 25;
  const isOld = age === null ? null : age >= OLD;
  const conditions = [isMedicated, waist, isHeavy, isOld, inputs.smokes, sugar, lipid, pressure];
  return settled(conditions, ([medicated, isWide, heavy, old, smokes, ...risks]) => {
    if (medicated === true || (isWide !== true && heavy !== true)) return '3';
    const measured = risks.filter(Boolean).length;
    if (measured === 0) return '3';
    const count = measured + (smokes === true ? 1 : 0);
    return count >= (isWide === true ? 2 : 3) && old !== true ? '1' : '2';
  });
}

function isMetabolicComplete(inputs: RiskInputs): boolean {
  const { medicines } = inputs;
  return (
    (inputs.waist !== null || inputs.visceralFat !== null) &&
    (inputs.glucoseFasting ?? inputs.hba1c ?? inputs.glucoseRandom) !== null &&
    (inputs.triglycerideFasting ?? inputs.triglycerideRandom) !== null &&
    inputs.hdl !== null &&
    inputs.systolic !== null &&
    inputs.diastolic !== null &&
    medicines.pressure !== null &&
    medicines.sugar !== null &&
    medicines.lipid !== null
  );
}

function isLevelComplete(inputs: RiskInputs): boolean {
  const hasSugar =
    (inputs.glucoseFasting ?? inputs.hba1c) !== null ||
    (inputs.glucoseRandom !== null && inputs.isDrawnLater);
  const hasLipid =
    inputs.triglycerideFasting !== null || (inputs.triglycerideRandom !== null && inputs.isDrawnLater);
  return (
    isMetabolicComplete(inputs) &&
    hasSugar &&
    hasLipid &&
    inputs.bmi !== null &&
    inputs.smokes !== null &&
    inputs.age !== null
  );
}

function hasClearRisks({ waist, sugar, lipid, pressure }: Risks): boolean {
  return waist === true && [sugar, lipid, pressure].filter((risk) => risk === true).length >= 2;
}
