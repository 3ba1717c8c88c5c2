import type { CheckupItem } from '@daiko/exchange-format';
import type { RecordReading } from '../record-reading.js';
import { itemCodes } from '../item-codes.js';
import { either, type Known, settled, UNDECIDED } from './outcomes.js';
import { type RiskInputs, riskInputsOf } from './risk-inputs.js';
import { otherReadings, plainReading, type Reading, type Risks, risksOf, type Thresholds } from './risks.js';

/** How one judgement is computed from the results. */
interface Table {
  codeBy(reading: Reading): string;
  readings(): readonly Reading[];
  /** True where every input of the table has a value. */
  isComplete(): boolean;
  risks(): Risks;
}

/** One judgement of a record beside the one its results give. */
export class Judgement {
  readonly item: CheckupItem | null;
  /** As recorded; '' without a value. */
  readonly recorded: string;
  /** By the first reading of the table. */
  readonly computed: string;
  private otherCodes: ReadonlySet<string> | null = null;

  constructor(
    facts: RecordReading,
    codes: readonly string[],
    private readonly table: Table,
  ) {
    this.item = facts.itemOf(codes);
    this.recorded = facts.codeOf(codes);
    this.computed = table.codeBy(plainReading);
  }

  /** True for every code that some documented reading allows; 判定不能 also where an input has no value. */
  accepts(code: string): boolean {
    if (code === this.computed) return true;
    if (this.otherCodes === null) {
      const codes = new Set(this.table.readings().map((reading) => this.table.codeBy(reading)));
      this.otherCodes = this.table.isComplete() ? codes : codes.add(UNDECIDED);
    }
    return this.otherCodes.has(code);
  }

  /** Waist or visceral fat is positive and at least two measured risks are certain. */
  hasClearRisks(): boolean {
    const { waist, sugar, lipid, pressure } = this.table.risks();
    return waist === true && [sugar, lipid, pressure].filter((risk) => risk === true).length >= 2;
  }
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

export function judgementsOf(facts: RecordReading): Judgements {
  const inputs = riskInputsOf(facts);
  const { pressure, sugar, lipid } = inputs.medicines;
  const isMedicated = either(pressure, either(sugar, lipid));
  const readings = () => otherReadings(inputs);
  return {
    inputs,
    isMedicated,
    metabolic: new Judgement(facts, itemCodes.metabolicSyndrome, {
      codeBy: (reading) => metabolicCode(inputs, reading),
      readings,
      isComplete: () => isMetabolicComplete(inputs),
      risks: () => risksOf(inputs, metabolicThresholds, plainReading),
    }),
    level: new Judgement(facts, itemCodes.guidanceLevel, {
      codeBy: (reading) => levelCode(inputs, isMedicated, reading),
      readings,
      isComplete: () => isLevelComplete(inputs),
      risks: () => risksOf(inputs, levelThresholds, plainReading),
    }),
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
  return settled(conditions, (all) => {
    const count = countTrue(all, 1);
    return all[0] !== true || count === 0 ? '3' : count === 1 ? '2' : '1';
  });
}

/** 保健指導レベル: 1 積極的支援, 2 動機付け支援, 3 なし, 4 判定不能. */
export function levelCode(inputs: RiskInputs, isMedicated: Known, reading: Reading): string {
  const { waist, sugar, lipid, pressure } = risksOf(inputs, levelThresholds, reading);
  const age = reading.ageByLaw ? inputs.ageByLaw : inputs.age;
  const isHeavy = inputs.bmi === null ? null : inputs.bmi >= 25;
  const isOld = age === null ? null : age >= OLD;
  const conditions = [isMedicated, waist, isHeavy, isOld, inputs.smokes, sugar, lipid, pressure];
  return settled(conditions, (all) => {
    const [medicated, isWide, heavy, old, smokes] = all;
    const measured = countTrue(all, 5);
    if (medicated === true || (isWide !== true && heavy !== true) || measured === 0) return '3';
    const count = measured + (smokes === true ? 1 : 0);
    return count >= (isWide === true ? 2 : 3) && old !== true ? '1' : '2';
  });
}

function countTrue(conditions: readonly boolean[], from: number): number {
  let count = 0;
  for (let i = from; i < conditions.length; i++) if (conditions[i] === true) count++;
  return count;
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
