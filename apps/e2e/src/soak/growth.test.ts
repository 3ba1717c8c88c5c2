import { describe, expect, it } from '@jest/globals';
import { trendOf } from './growth.js';

const series = (value: (index: number) => number) =>
  Array.from({ length: 60 }, (_, index) => ({ at: index * 10, value: value(index) }));

describe('whether something grows', () => {
  it('a leak that saws up and down is seen, by its median slope', () => {
    expect(
      trendOf(
        series((index) => 100 + index + (index % 7) * 5),
        5,
      ).isGrowing,
    ).toBe(true);
  });

  it('what settles in the first third, a peak, and noise are no growth', () => {
    expect(
      trendOf(
        series((index) => Math.min(index, 15) * 10 + (index % 3)),
        5,
      ).isGrowing,
    ).toBe(false);
    expect(
      trendOf(
        series((index) => (index === 50 ? 10_000 : 100)),
        5,
      ).isGrowing,
    ).toBe(false);
  });

  it('too few points say nothing', () => {
    expect(trendOf([{ at: 0, value: 1 }], 0).isGrowing).toBe(false);
  });
});
