import { parseArgs } from 'node:util';

/** What a fuzzing run is asked for. */
export interface FuzzPlan {
  readonly documents: number;
  readonly seed: number;
  /** Goes on after the last input that an earlier run of the seed had done. */
  readonly resume: boolean;
  /** Makes one input again and writes it to a file, instead of running. */
  readonly reproduce: { readonly number: number; readonly output: string } | null;
}

export const usage = `npm run fuzz -- [--documents 100000] [--seed 1] [--resume]
npm run fuzz -- --seed 1 --reproduce NUMBER --output FILE`;

const numberMax = 100_000_000;

/** Reads the command line; throws with the option that is wrong. */
export function readFuzzPlan(args: readonly string[]): FuzzPlan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      resume: { type: 'boolean', default: false },
      reproduce: { type: 'string' },
      output: { type: 'string' },
    },
  });
  const { reproduce, output, resume } = values;
  if ((reproduce === undefined) !== (output === undefined))
    throw new RangeError('--reproduce needs --output, and --output --reproduce');
  return {
    documents: whole('documents', values.documents, 1),
    seed: whole('seed', values.seed, 0),
    resume,
    reproduce:
      reproduce === undefined || output === undefined
        ? null
        : { number: whole('reproduce', reproduce, 0), output },
  };
}

function whole(name: string, text: string, min: number): number {
  const value = Number(text);
  if (text === '' || !Number.isInteger(value) || value < min || value > numberMax) {
    throw new RangeError(`--${name}: ${min} … ${numberMax}`);
  }
  return value;
}
