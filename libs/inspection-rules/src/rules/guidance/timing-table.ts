/** What a claim at one 実施時点 (別表11) carries; null = the contract's. */
export interface Timing {
  /** Rates in percent. */
  readonly active: readonly number[] | null;
  readonly motivational: readonly number[] | null;
  /** Points of a claim for 積極的支援. */
  readonly completedPoints: 'absent' | 'present' | null;
  readonly intendedPoints: 'absent' | 'present' | null;
}

/** By 実施時点: 1 開始時, 2 実績評価時, 3 途中終了, 5 初回未完了. 4 その他 is left to the contract. */
export const timings: Readonly<Record<string, Timing>> = {
  1: { active: [40], motivational: [80], completedPoints: 'absent', intendedPoints: 'absent' },
  2: { active: [60], motivational: [20], completedPoints: 'present', intendedPoints: 'absent' },
  3: { active: [50], motivational: null, completedPoints: 'present', intendedPoints: 'present' },
  5: { active: [40], motivational: [80], completedPoints: 'absent', intendedPoints: 'absent' },
};
