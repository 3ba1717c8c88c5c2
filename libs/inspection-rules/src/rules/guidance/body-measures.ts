/** A measure that guidance takes of the body, with the band of plausible values (settings) and its unit. */
export interface BodyMeasure {
  readonly band: 'waist' | 'weight' | 'systolic' | 'diastolic';
  readonly unit: string;
  /** What nearly everybody measures. */
  readonly usual?: readonly [low: number, high: number];
}

const measures = [
  ['31', { band: 'waist', unit: 'cm', usual: [55, 150] }],
  ['32', { band: 'weight', unit: 'kg', usual: [35, 150] }],
  ['33', { band: 'systolic', unit: 'mm[Hg]' }],
  ['34', { band: 'diastolic', unit: 'mm[Hg]' }],
] as const;

/** Item code → measure: 中間評価 and 実績評価 of 腹囲, 体重 and 血圧. */
export const bodyMeasures: ReadonlyMap<string, BodyMeasure> = new Map(
  ['10320010', '10420010'].flatMap((stage) =>
    measures.map(([end, measure]) => [`${stage}${end}`, measure] as const),
  ),
);
