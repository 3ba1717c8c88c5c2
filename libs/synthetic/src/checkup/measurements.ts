import type { Random } from '../random.js';

/** Results of one exam as numbers and codes; quantities with one decimal are kept in tenths. */
export interface Measurements {
  readonly heightTenths: number;
  readonly weightTenths: number;
  readonly bmiTenths: number;
  readonly waistTenths: number;
  readonly systolic: readonly number[];
  readonly diastolic: readonly number[];
  /** The values that count: mean of two measurements, or the only one. */
  readonly sbp: number;
  readonly dbp: number;
  readonly fasting: boolean;
  readonly triglyceride: number;
  readonly hdl: number;
  readonly ldl: number;
  readonly ast: number;
  readonly alt: number;
  readonly ggt: number;
  readonly glucose: number;
  readonly hba1cTenths: number;
  readonly smoking: 1 | 2 | 3;
  /** 服薬 blood pressure, sugar, lipids. */
  readonly medicines: readonly [boolean, boolean, boolean];
  readonly urineSugar: number;
  readonly urineProtein: number;
  readonly creatinineHundredths: number;
}

/** What a record needs of its results. */
export interface MeasurementWish {
  readonly gender: '1' | '2';
  /** Blood pressure high enough for the doctor to order ECG, fundus and creatinine. */
  readonly highPressure: boolean;
  readonly fasting?: boolean;
}

/** Invents results that fit each other; BMI is always 20.0 or more, so that the waist is never dispensable. */
export function inventMeasurements(random: Random, wish: MeasurementWish): Measurements {
  const male = wish.gender === '1';
  const heightTenths = random.between(male ? 1580 : 1460, male ? 1820 : 1680);
  const wantedBmi = random.between(205, 310);
  const weightTenths = Math.round((wantedBmi * heightTenths * heightTenths) / 1_000_000) + 1;
  const bmiTenths = bmiOf(heightTenths, weightTenths);
  const pressure = inventPressure(random, wish.highPressure);
  const fasting = wish.fasting ?? random.chance(80);
  const hba1cTenths = random.between(49, 66);
  return {
    heightTenths,
    weightTenths,
    bmiTenths,
    waistTenths: Math.round(bmiTenths * 3.35) + random.between(-40, 60),
    ...pressure,
    fasting,
    triglyceride: random.between(50, fasting ? 260 : 300),
    hdl: random.between(36, 90),
    ldl: random.between(70, 180),
    ast: random.between(14, 45),
    alt: random.between(10, 60),
    ggt: random.between(12, 110),
    glucose: Math.round(hba1cTenths * 2.1) - random.between(8, 18),
    hba1cTenths,
    smoking: random.weighted([
      [20, 1],
      [25, 2],
      [55, 3],
    ] as const),
    medicines: [random.chance(12), random.chance(6), random.chance(10)],
    urineSugar: random.weighted([
      [92, 1],
      [5, 2],
      [3, 3],
    ]),
    urineProtein: random.weighted([
      [88, 1],
      [9, 2],
      [3, 3],
    ]),
    creatinineHundredths: random.between(male ? 65 : 50, male ? 105 : 85),
  };
}

/** BMI in tenths, rounded half up; height and weight in tenths of cm and kg. */
function bmiOf(heightTenths: number, weightTenths: number): number {
  return Math.floor((weightTenths * 1_000_000) / (heightTenths * heightTenths) + 0.5);
}

/** eGFR in tenths (日本腎臓学会式). */
export function egfrTenths(creatinineHundredths: number, age: number, gender: '1' | '2'): number {
  const base = 194 * (creatinineHundredths / 100) ** -1.094 * age ** -0.287;
  return Math.floor(base * (gender === '2' ? 0.739 : 1) * 10 + 0.5);
}

function inventPressure(random: Random, high: boolean) {
  const first = high ? random.between(142, 164) : random.between(104, 138);
  const low = high ? random.between(82, 98) : random.between(62, 88);
  if (random.chance(60)) return { systolic: [first], diastolic: [low], sbp: first, dbp: low };
  const second = first - random.between(0, high ? 1 : 8);
  const lowSecond = low - random.between(0, 4);
  const sbp = Math.floor((first + second) / 2 + 0.5);
  return {
    systolic: [first, second],
    diastolic: [low, lowSecond],
    sbp,
    dbp: Math.floor((low + lowSecond) / 2 + 0.5),
  };
}
