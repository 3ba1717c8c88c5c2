import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What a benchmark is asked for. */
export interface BenchPlan {
  records: number;
  runs: number;
  size: 'small' | 'large';
  /** Records of each of the many submissions of the sustained load. */
  perSubmission: number;
  /** Records offered a second; null: as many as are taken. */
  rate: number | null;
  /** Compares the memory of `records` with that of a tenth. */
  memory: boolean;
  /** Processes of a service, as `daiko up --workers` takes them. */
  workers: string | null;
  /** Measures `daiko check` alone, without a platform. */
  check: boolean;
  /** Measures with so many records stored beforehand, and with fewer; null: on an empty database. */
  rows: number | null;
  /** File for the figures. */
  json: string | null;
  /** File for a page with charts. */
  html: string | null;
  /** Folder for a profile of each process. */
  profile: string | null;
}

export const usage = `npm run bench -- [--records 20000] [--runs 3] [--size small|large] [--per-submission 500] [--rate RECORDS_PER_SECOND]
    [--memory] [--workers LIST] [--rows STORED] [--check] [--json FILE] [--html FILE] [--profile FOLDER]`;

/** Reads the command line; throws with the option that is wrong. */
export function readBenchPlan(args: readonly string[]): BenchPlan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '20000' },
      runs: { type: 'string', default: '3' },
      size: { type: 'string', default: 'small' },
      'per-submission': { type: 'string', default: '500' },
      rate: { type: 'string' },
      memory: { type: 'boolean', default: false },
      workers: { type: 'string' },
      rows: { type: 'string' },
      check: { type: 'boolean', default: false },
      json: { type: 'string' },
      html: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const { size } = values;
  if (size !== 'small' && size !== 'large') throw new RangeError(`--size: small | large`);
  return {
    records: count('records', values.records, 200_000),
    runs: count('runs', values.runs, 9),
    size,
    perSubmission: count('per-submission', values['per-submission'], 50_000),
    rate: values.rate === undefined ? null : count('rate', values.rate, 100_000),
    memory: values.memory,
    check: values.check,
    workers: values.workers ?? null,
    rows: values.rows === undefined ? null : count('rows', values.rows, 100_000_000),
    json: values.json ?? null,
    html: values.html ?? null,
    profile: values.profile === undefined ? null : resolve(values.profile),
  };
}

function count(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > max) throw new RangeError(`--${name}: 1 … ${max}`);
  return value;
}
