import { parseArgs } from 'node:util';

/** What a campaign is asked for. */
export interface ChaosPlan {
  /** One run each. */
  seeds: number[];
  /** File that keeps what is done, so that the same command goes on where it stopped. */
  resume: string | null;
  /** File for the figures. */
  json: string | null;
  /** File for the summary, Markdown. */
  markdown: string | null;
  /** Platforms that play runs side by side. */
  platforms: number;
  /** Folder of their states; null: in memory where there is room, as the end of a process loses nothing of the page cache either. */
  state: string | null;
}

export const usage = `npm run chaos -- [--runs 10] [--seed 1] [--platforms 1] [--resume FILE] [--json FILE] [--markdown FILE] [--state FOLDER]`;

/** Reads the command line; throws with the option that is wrong. */
export function readChaosPlan(args: readonly string[]): ChaosPlan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      platforms: { type: 'string', default: '1' },
      resume: { type: 'string' },
      json: { type: 'string' },
      markdown: { type: 'string' },
      state: { type: 'string' },
    },
  });
  const first = count('seed', values.seed, 1_000_000_000);
  return {
    seeds: Array.from({ length: count('runs', values.runs, 100_000) }, (_, index) => first + index),
    resume: values.resume ?? null,
    json: values.json ?? null,
    markdown: values.markdown ?? null,
    platforms: count('platforms', values.platforms, 4),
    state: values.state ?? null,
  };
}

function count(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > max) throw new RangeError(`--${name}: 1 … ${max}`);
  return value;
}
