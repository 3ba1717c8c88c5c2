import { parseArgs } from 'node:util';

/** What a soak is asked for. */
export interface SoakPlan {
  minutes: number;
  /** Share of the capacity that is offered. */
  load: number;
  /** Records offered a second; null: the share of what a short trial finds. */
  rate: number | null;
  json: string | null;
  markdown: string | null;
}

export const usage = `npm run soak -- [--minutes 30] [--load 0.8] [--rate RECORDS_PER_SECOND] [--json FILE] [--markdown FILE]`;

/** Reads the command line; throws with the option that is wrong. */
export function readSoakPlan(args: readonly string[]): SoakPlan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '30' },
      load: { type: 'string', default: '0.8' },
      rate: { type: 'string' },
      json: { type: 'string' },
      markdown: { type: 'string' },
    },
  });
  return {
    minutes: within('minutes', values.minutes, 1, 600),
    load: within('load', values.load, 0.01, 1),
    rate: values.rate === undefined ? null : within('rate', values.rate, 1, 100_000),
    json: values.json ?? null,
    markdown: values.markdown ?? null,
  };
}

function within(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!(value >= min && value <= max)) throw new RangeError(`--${name}: ${min} … ${max}`);
  return value;
}
