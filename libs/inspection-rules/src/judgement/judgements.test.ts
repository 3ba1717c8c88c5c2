import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { levelCode, metabolicCode } from './judgements.js';
import { settled } from './outcomes.js';
import { otherReadings, plainReading } from './risks.js';
import type { RiskInputs } from './risk-inputs.js';

/** A healthy man of 50 whose blood was drawn fasting. */
const healthy: RiskInputs = {
  isMale: true,
  bmi: 22,
  waist: 80,
  visceralFat: null,
  glucoseFasting: 90,
  hba1c: null,
  glucoseRandom: null,
  isDrawnLater: false,
  triglycerideFasting: 100,
  triglycerideRandom: null,
  hdl: 60,
  systolic: 120,
  diastolic: 70,
  medicines: { pressure: false, sugar: false, lipid: false },
  smokes: false,
  age: 50,
  ageByLaw: 50,
};
const medicines = (taken: Partial<RiskInputs['medicines']>) => ({ ...healthy.medicines, ...taken });

// Rows of the table of メタボリックシンドローム判定 and the values on both sides of each threshold.
const metabolicRows: readonly (readonly [string, Partial<RiskInputs>])[] = [
  ['3', {}],
  ['3', { waist: 84.9, glucoseFasting: 110, systolic: 130 }],
  ['3', { waist: 85 }],
  ['2', { waist: 85, glucoseFasting: 110 }],
  ['3', { waist: 85, glucoseFasting: 109 }],
  ['3', { isMale: false, waist: 89.9, glucoseFasting: 110 }],
  ['2', { isMale: false, waist: 90, glucoseFasting: 110 }],
  ['2', { visceralFat: 100, hdl: 39 }],
  ['3', { visceralFat: 99.9, waist: 90, hdl: 39 }],
  ['1', { waist: 85, triglycerideFasting: 150, diastolic: 85 }],
  ['2', { waist: 85, triglycerideFasting: 149, diastolic: 85 }],
  ['2', { waist: 85, glucoseFasting: null, hba1c: 6 }],
  ['3', { waist: 85, glucoseFasting: null, hba1c: 5.9 }],
  ['2', { waist: 85, glucoseFasting: null, glucoseRandom: 110 }],
  ['1', { waist: 85, medicines: medicines({ sugar: true, lipid: true }) }],
  ['2', { waist: 85, glucoseFasting: null, medicines: medicines({ sugar: true }) }],
  ['3', { waist: null }],
  ['4', { waist: null, systolic: 130 }],
  ['3', { waist: null, bmi: 19.9, systolic: 130 }],
  ['1', { waist: 85, systolic: 130, hdl: 39, glucoseFasting: null }],
  ['4', { waist: 85, systolic: 130, glucoseFasting: null }],
  ['4', { waist: 85, glucoseFasting: null }],
];

// Rows of the table of 保健指導レベル.
const levelRows: readonly (readonly [string, Partial<RiskInputs>])[] = [
  ['3', {}],
  ['3', { waist: 85 }],
  ['2', { waist: 85, glucoseFasting: 100 }],
  ['3', { waist: 85, glucoseFasting: 99 }],
  ['1', { waist: 85, glucoseFasting: 100, systolic: 130 }],
  ['1', { waist: 85, glucoseFasting: 100, smokes: true }],
  ['3', { waist: 85, smokes: true }],
  ['2', { waist: 85, glucoseFasting: 100, systolic: 130, age: 65 }],
  ['1', { waist: 85, glucoseFasting: 100, systolic: 130, age: 64 }],
  ['3', { bmi: 25 }],
  ['2', { bmi: 25, glucoseFasting: 100 }],
  ['2', { bmi: 25, glucoseFasting: 100, systolic: 130 }],
  ['1', { bmi: 25, glucoseFasting: 100, systolic: 130, smokes: true }],
  ['1', { bmi: 25, glucoseFasting: 100, systolic: 130, triglycerideFasting: 150 }],
  ['2', { bmi: 25, glucoseFasting: 100, systolic: 130, smokes: true, age: 70 }],
  ['3', { bmi: 24.9, glucoseFasting: 100, systolic: 130, smokes: true }],
  ['3', { waist: 95, glucoseFasting: 130, systolic: 150, medicines: medicines({ pressure: true }) }],
  ['2', { waist: 85, glucoseFasting: null, hba1c: 5.6 }],
  ['2', { waist: 85, glucoseFasting: null, glucoseRandom: 100, isDrawnLater: true }],
  ['4', { waist: 85, glucoseFasting: null, glucoseRandom: 100 }],
  ['2', { waist: 85, triglycerideFasting: null, triglycerideRandom: 175, isDrawnLater: true }],
  ['3', { waist: 85, triglycerideFasting: null, triglycerideRandom: 174, isDrawnLater: true }],
  ['3', { waist: 85, triglycerideFasting: null, triglycerideRandom: 400 }],
  ['4', { bmi: null, glucoseFasting: 100 }],
  ['3', { bmi: null }],
  ['4', { waist: null, bmi: 26, glucoseFasting: 100, systolic: 130 }],
  ['3', { waist: null, bmi: 19.9, glucoseFasting: 100, systolic: 130 }],
  ['1', { waist: 85, glucoseFasting: 100, systolic: 130, hdl: null }],
  ['4', { waist: 85, glucoseFasting: 100, smokes: null }],
  ['2', { waist: 85, glucoseFasting: 100, smokes: null, age: 65 }],
];

const medicated = (inputs: RiskInputs) => Object.values(inputs.medicines).includes(true);

describe('decision tables of the judgements', () => {
  it.each(metabolicRows)('metabolic syndrome is %s for %j', (code, change) => {
    expect(metabolicCode({ ...healthy, ...change }, plainReading)).toBe(code);
  });

  it.each(levelRows)('the guidance level is %s for %j', (code, change) => {
    const inputs = { ...healthy, ...change };
    expect(levelCode(inputs, medicated(inputs), plainReading)).toBe(code);
  });

  it('offers another reading only where the inputs leave one', () => {
    expect(otherReadings(healthy)).toEqual([]);
    const ambiguous = { ...healthy, hba1c: 5.5, visceralFat: 90, triglycerideRandom: 170, ageByLaw: 51 };
    expect(otherReadings(ambiguous)).toHaveLength(4);
  });

  it('decides unknown conditions exactly where every completion agrees', () => {
    const conditions = fc.array(fc.constantFrom(true, false, null), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(conditions, fc.integer({ min: 0, max: 63 }), (known, mask) => {
        const decide = (all: readonly boolean[]) =>
          String(1 + (all.reduce((sum, value, i) => sum + (value ? (mask >> i) & 1 : 0), 0) % 3));
        const unknown = known.flatMap((value, i) => (value === null ? [i] : []));
        const results = new Set<string>();
        for (let bits = 0; bits < 2 ** unknown.length; bits++) {
          const completed = known.map((value, i) => value ?? ((bits >> unknown.indexOf(i)) & 1) === 1);
          results.add(decide(completed));
        }
        expect(settled(known, decide)).toBe(results.size === 1 ? [...results][0] : '4');
      }),
    );
  });
});
