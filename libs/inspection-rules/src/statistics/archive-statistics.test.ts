import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ArchiveStatistics, GROUPS_MAX, statisticsOf, type WrittenStatistics } from './archive-statistics.js';
import { counterNames, counters } from './counters.js';
import { InstitutionStatistics } from './institution-statistics.js';

const anyRecord = fc.record({
  verdict: fc.constantFrom('accepted' as const, 'query' as const, 'returned' as const, 'held' as const),
  statistics: fc.option(
    fc.record({
      institution: fc.constantFrom('1310000011', '1319999981', '2719999992'),
      fiscalYear: fc.constantFrom(2025, 2026),
      counted: fc.array(fc.nat(counterNames.length - 1), { maxLength: 8 }),
    }),
  ),
});

function counted(records: readonly Parameters<ArchiveStatistics['add']>[0][]): WrittenStatistics {
  const sum = new ArchiveStatistics();
  for (const record of records) sum.add(record);
  return sum.written();
}

describe('the statistics of an archive', () => {
  it('do not depend on the order of the records', () => {
    fc.assert(
      fc.property(fc.array(anyRecord), fc.integer(), (records, seed) => {
        const shuffled = records
          .map((record, at) => [Math.imul(at + 1, seed | 1) % 1009, record] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, record]) => record);
        expect(counted(shuffled)).toEqual(counted(records));
      }),
    );
  });

  it('are the sum of those of its chunks, however it was divided', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyRecord)), (chunks) => {
        const parts = chunks.map(counted);
        const kept = JSON.parse(JSON.stringify(parts)) as typeof parts;
        expect(statisticsOf(kept)).toEqual(counted(chunks.flat()));
        expect(statisticsOf(kept.toReversed())).toEqual(counted(chunks.flat()));
      }),
    );
  });

  it('count the first institutions by their number, whatever comes first and however it is divided', () => {
    const records = Array.from({ length: GROUPS_MAX * 2 }, (_, at) => ({
      verdict: 'accepted' as const,
      statistics: {
        institution: String(1_310_000_000 + ((at * 37) % (GROUPS_MAX * 2))),
        fiscalYear: 2026,
        counted: [0],
      },
    }));
    const whole = counted(records);
    expect(whole.recordCount).toBe(GROUPS_MAX * 2);
    expect(whole.groups).toHaveLength(GROUPS_MAX);
    expect(whole.groups.map(({ institution }) => Number(institution) - 1_310_000_000)).toEqual([
      ...Array(GROUPS_MAX).keys(),
    ]);
    const halves = [records.slice(0, 77), records.slice(77)].map(counted);
    expect(statisticsOf(halves)).toEqual(whole);
    expect(counted(records.toReversed())).toEqual(whole);
  });

  it('pass over counters of another release', () => {
    const group = { institution: '1310000011', fiscalYear: 2026, recordCount: 3, counts: { unknown: 3 } };
    expect(statisticsOf([{ recordCount: 3, returnedCount: 0, groups: [group] }]).groups).toEqual([
      { ...group, counts: {} },
    ]);
  });

  it('are bounded, and every counter has a name of its own', () => {
    expect(counterNames.length).toBeLessThan(1000);
    expect(new Set(counterNames).size).toBe(counterNames.length);
  });
});

describe('the median of a histogram', () => {
  it('is that of the values, to the width of a bin', () => {
    const { erythrocytes } = counters;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (values) => {
        const counts: Record<string, number> = {};
        for (const value of values) {
          const name = counterNames[erythrocytes.first + erythrocytes.binOf(value)]!;
          counts[name] = (counts[name] ?? 0) + 1;
        }
        const group = { institution: '', fiscalYear: 2026, recordCount: values.length, counts };
        const sorted = values.toSorted((a, b) => a - b);
        const median = sorted[Math.ceil(values.length / 2) - 1]!;
        const found = new InstitutionStatistics(group).medianOf(erythrocytes)!;
        expect(Math.abs(found - median)).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('takes values beyond the ends for the ends, and is null without values', () => {
    const { histogram } = counters.enzymes[0];
    expect([histogram.binOf(0), histogram.binOf(1e9)]).toEqual([0, histogram.bins - 1]);
    const group = { institution: '', fiscalYear: 2026, recordCount: 0, counts: {} };
    expect(new InstitutionStatistics(group).medianOf(histogram)).toBeNull();
  });
});
