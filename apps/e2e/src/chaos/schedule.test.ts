import { describe, expect, it } from '@jest/globals';
import { planArchive } from '@daiko/synthetic';
import { inventPartners } from '../bench/invented-submission.js';
import { readChaosPlan } from './chaos-plan.js';
import { scheduleOf } from './schedule.js';

describe('what a seed decides', () => {
  it('is the same every time, and another for another seed', () => {
    expect(scheduleOf(7)).toEqual(scheduleOf(7));
    expect(scheduleOf(8)).not.toEqual(scheduleOf(7));
  });

  it('can be invented, for every seed, and in the course of many meets every kind of fault', () => {
    const world = inventPartners({
      seed: 5,
      providers: 3,
      insurers: 2,
      now: new Date('2026-11-24T00:00:00Z'),
    });
    const seen = new Set<string>();
    for (let seed = 1; seed <= 300; seed += 1) {
      const { archives, points, outside } = scheduleOf(seed);
      for (const { act } of points) seen.add(act);
      for (const { what } of outside) seen.add(what.do);
      for (const { provider, kind, records, sequence, defects, seed: own } of archives) {
        const counts = Map.groupBy(defects, (name) => name);
        const plan = planArchive(world, {
          ...{
            provider: world.providers[provider]!,
            kind,
            recordCount: records,
            sequence,
            seed: own,
            size: 'small',
          },
          defects: [...counts].map(([name, all]) => ({ name, count: all.length })),
        });
        expect(plan.records).toHaveLength(records);
      }
    }
    expect([...seen].sort()).toEqual(
      [
        'kill',
        'throw',
        'wait',
        'repeat',
        'reverse',
        'cut',
        'slow',
        'fail-store',
        'restart-all',
        'clock',
      ].sort(),
    );
  });

  it('is asked for by a command line that is checked', () => {
    const { seeds, ...files } = readChaosPlan(['--runs', '3', '--seed', '8']);
    expect(seeds).toEqual([8, 9, 10]);
    expect(files).toEqual({ resume: null, json: null, markdown: null, platforms: 1, state: null });
    expect(() => readChaosPlan(['--runs', 'many'])).toThrow('--runs');
  });
});
