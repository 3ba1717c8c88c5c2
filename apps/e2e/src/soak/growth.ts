import { median } from '../bench/bench-report.js';

/** One value of a series, seconds after the beginning. */
export interface Point {
  at: number;
  value: number;
}

/** What a series did after its first third, in which a platform settles. */
export interface Trend {
  first: number;
  last: number;
  /** By how much it grew in the time looked at, by the median of all slopes (Theil–Sen): no single peak moves it. */
  growth: number;
  isGrowing: boolean;
}

/** More than `least` and more than a tenth of what there is counts as growth. */
export function trendOf(points: readonly Point[], least: number): Trend {
  const looked = points.slice(Math.floor(points.length / 3));
  const [first, last] = [looked[0], looked.at(-1)];
  if (first === undefined || last === undefined || looked.length < 3) {
    return { first: first?.value ?? 0, last: last?.value ?? 0, growth: 0, isGrowing: false };
  }
  const slopes = looked.flatMap((a, index) =>
    looked.slice(index + 1).map((b) => (b.value - a.value) / (b.at - a.at)),
  );
  const growth = median(slopes) * (last.at - first.at);
  const level = median(looked.map(({ value }) => value));
  return {
    first: first.value,
    last: last.value,
    growth: Number(growth.toFixed(1)),
    isGrowing: growth > Math.max(least, level / 10),
  };
}
