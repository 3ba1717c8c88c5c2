import { parseArgs } from 'node:util';

/** What a benchmark is asked for. */
export interface BenchPlan {
  records: number;
  runs: number;
  size: 'small' | 'large';
  /** Compares the memory of `records` with that of a tenth. */
  memory: boolean;
  /** File for the figures. */
  json: string | null;
}

export const usage = `npm run bench -- [--records 20000] [--runs 3] [--size small|large] [--memory] [--json FILE]`;

/** Reads the command line; throws with the option that is wrong. */
export function readBenchPlan(args: readonly string[]): BenchPlan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '20000' },
      runs: { type: 'string', default: '3' },
      size: { type: 'string', default: 'small' },
      memory: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const { size } = values;
  if (size !== 'small' && size !== 'large') throw new RangeError(`--size: small | large`);
  return {
    records: count('records', values.records, 50_000),
    runs: count('runs', values.runs, 9),
    size,
    memory: values.memory,
    json: values.json ?? null,
  };
}

function count(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > max) throw new RangeError(`--${name}: 1 … ${max}`);
  return value;
}
