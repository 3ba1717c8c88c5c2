import { describe, expect, it } from '@jest/globals';
import { readBenchPlan } from './bench-plan.js';
import {
  type BenchRun,
  type LoadRun,
  median,
  memoryLines,
  percentilesOf,
  rawRateLines,
  summarise,
  summaryLines,
} from './bench-report.js';
import { childTimes } from './reference.js';

const mb = 1024 * 1024;
const figuresOf = (intakeMb: number) => ({
  postgres: { cpuMs: 500, peakRssBytes: 900 * mb, writtenBytes: 3_000_000 },
  intake: { cpuMs: 1000, peakRssBytes: intakeMb * mb, writtenBytes: 1_000_000 },
  routing: { cpuMs: 1000, peakRssBytes: 100 * mb, writtenBytes: 0 },
});
const run = (records: number, totalMs: number, intakeMb: number): BenchRun => ({
  records,
  phasesMs: { upload: 1, judged: 2, sealed: 3, delivered: 4 },
  totalMs,
  figures: figuresOf(intakeMb),
});
const load = (records: number, totalMs: number): LoadRun => ({
  records,
  totalMs,
  journeys: [{ records, receiptMs: 10, judgedMs: 20, sealedMs: totalMs }],
  figures: figuresOf(90),
});
const reference = { cpuMs: 400, documents: 2000, records: 1000, bytes: 1, isValidated: true };
const of = (one: BenchRun) => summarise([one], [load(one.records, 2000)], [reference]);

describe('the report of a benchmark', () => {
  it('takes the median of the runs, not their best', () => {
    expect([median([3, 1, 2]), median([4, 1])]).toEqual([2, 2.5]);
    const { endToEnd, oneSubmission, processes, latencyMs } = summarise(
      [run(1000, 2000, 90), run(1000, 4000, 120), run(1000, 9000, 100)],
      [load(1000, 1000), load(1000, 2000), load(1000, 8000)],
      [reference, { ...reference, cpuMs: 800 }, { ...reference, cpuMs: 100 }],
    );
    expect(endToEnd).toEqual({
      records: 1000,
      runs: 3,
      recordsPerSecond: 500,
      cpuMsPerRecord: 2,
      cpuRatioToXmllint: 5,
      cpuRatioToXmllintWithServers: 6.25,
      writtenBytesPerRecord: 4000,
    });
    expect(oneSubmission.recordsPerSecond).toBe(250);
    expect(latencyMs.sealed).toEqual({ p50: 2000, p95: 8000, p99: 8000 });
    expect(Object.keys(processes)).toEqual(['intake', 'routing', 'postgres']);
    expect(processes.intake).toEqual({ cpuMsPerRecord: 1, writtenBytesPerRecord: 1000, peakRssMb: 100 });
  });

  it('gives percentiles that were measured', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentilesOf(hundred)).toEqual({ p50: 50, p95: 95, p99: 99 });
    expect(percentilesOf([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
  });

  it('sets every reference beside what is reached', () => {
    const rates = {
      sha256MsPerRecord: 0.5,
      gzipMsPerRecord: 1,
      gunzipMsPerRecord: 0.1,
      postgresCommitsPerSecond: 1000,
      postgresRowsPerSecond: 50_000,
      rabbitmqConfirmsPerSecond: 5000,
      rabbitmqDeliveriesPerSecond: 5000,
      objectStorePutsPerSecond: 100,
    };
    const lines = rawRateLines(rates, of(run(1000, 2000, 90)));
    expect(lines).toHaveLength(10);
    expect(lines[2]).toContain('4.0 times');
    expect(lines[5]).toContain('50.0 records for 100');
  });

  it('says where xmllint could not validate', () => {
    const lines = summaryLines(
      summarise([run(1000, 2000, 90)], [load(1000, 2000)], [{ ...reference, isValidated: false }]),
    );
    expect(lines.join('\n')).toContain('parse only');
  });

  it('fails memory that grows by more than 32 MB, or passes 400 MB, of our own processes only', () => {
    const few = of(run(100, 2000, 90));
    expect(memoryLines(few, of(run(1000, 2000, 122))).isWithin).toBe(true);
    expect(memoryLines(few, of(run(1000, 2000, 123))).isWithin).toBe(false);
    const big = of(run(100, 2000, 401));
    expect(memoryLines(big, of(run(1000, 2000, 401))).isWithin).toBe(false);
  });

  it('reads what the shell says of the time of its children', () => {
    expect(childTimes('0m0.000000s 0m0.010000s\n1m2.340000s 0m0.060000s\n')).toBe(62_400);
    expect(childTimes('nothing')).toBeNull();
  });

  it('is asked for by a command line that is checked', () => {
    expect(readBenchPlan([])).toEqual({
      records: 20_000,
      runs: 3,
      size: 'small',
      perSubmission: 500,
      rate: null,
      memory: false,
      check: false,
      workers: null,
      json: null,
      html: null,
      profile: null,
      rows: null,
    });
    expect(() => readBenchPlan(['--records', '0'])).toThrow('--records');
    expect(() => readBenchPlan(['--size', 'huge'])).toThrow('--size');
  });
});
