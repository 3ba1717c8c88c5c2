import { describe, expect, it } from '@jest/globals';
import { readBenchPlan } from './bench-plan.js';
import { type BenchRun, median, memoryLines, summarise, summaryLines } from './bench-report.js';
import { childTimes } from './reference.js';

const mb = 1024 * 1024;
const run = (records: number, totalMs: number, intakeMb: number): BenchRun => ({
  records,
  phasesMs: { upload: 1, judged: 2, sealed: 3, delivered: 4 },
  totalMs,
  figures: {
    postgres: { cpuMs: 500, peakRssBytes: 900 * mb },
    intake: { cpuMs: 1000, peakRssBytes: intakeMb * mb },
    routing: { cpuMs: 1000, peakRssBytes: 100 * mb },
  },
});
const reference = { cpuMs: 400, documents: 2000, bytes: 1, isValidated: true };

describe('the report of a benchmark', () => {
  it('takes the median of the runs, not their best', () => {
    expect([median([3, 1, 2]), median([4, 1])]).toEqual([2, 2.5]);
    const { endToEnd, processes } = summarise(
      [run(1000, 2000, 90), run(1000, 4000, 120), run(1000, 9000, 100)],
      reference,
    );
    expect(endToEnd).toEqual({
      records: 1000,
      runs: 3,
      recordsPerSecond: 250,
      cpuMsPerRecord: 2,
      cpuRatioToXmllint: 5,
      cpuRatioToXmllintWithServers: 6.25,
    });
    expect(Object.keys(processes)).toEqual(['intake', 'routing', 'postgres']);
    expect(processes.intake).toEqual({ cpuMsPerRecord: 1, peakRssMb: 100 });
  });

  it('says where xmllint could not validate', () => {
    const lines = summaryLines(summarise([run(1000, 2000, 90)], { ...reference, isValidated: false }));
    expect(lines.join('\n')).toContain('parse only');
  });

  it('fails memory that grows by more than 32 MB, or passes 400 MB, of our own processes only', () => {
    const few = summarise([run(100, 2000, 90)], reference);
    expect(memoryLines(few, summarise([run(1000, 2000, 122)], reference)).isWithin).toBe(true);
    expect(memoryLines(few, summarise([run(1000, 2000, 123)], reference)).isWithin).toBe(false);
    const big = summarise([run(100, 2000, 401)], reference);
    expect(memoryLines(big, summarise([run(1000, 2000, 401)], reference)).isWithin).toBe(false);
  });

  it('reads what the shell says of the time of its children', () => {
    expect(childTimes('0m0.000000s 0m0.010000s\n1m2.340000s 0m0.060000s\n')).toBe(62_400);
    expect(childTimes('nothing')).toBeNull();
  });

  it('is asked for by a command line that is checked', () => {
    expect(readBenchPlan([])).toEqual({ records: 20_000, runs: 3, size: 'small', memory: false, json: null });
    expect(() => readBenchPlan(['--records', '0'])).toThrow('--records');
    expect(() => readBenchPlan(['--size', 'huge'])).toThrow('--size');
  });
});
