import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FuzzPlan } from './fuzz-plan.js';
import { FuzzTally } from './fuzz-tally.js';
import { type Base, fuzzBases, fuzzedInput, type FuzzedInput } from './fuzzed-input.js';
import { WatchedJudge } from './watched-judge.js';

/** Inputs between two lines of progress; a run that is broken off loses at most so many. */
const STEP = 1000;

/** Where a run keeps what must outlive it, and whom it tells. */
export interface FuzzSurroundings {
  /** Folder for how far each seed has come and for inputs that did harm. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** Judges the inputs of a seed in a watched process, up to the first that does harm; true when none did. */
export async function runFuzz(plan: FuzzPlan, { folder, say }: FuzzSurroundings): Promise<boolean> {
  const bases = await fuzzBases();
  await mkdir(folder, { recursive: true });
  const progress = join(folder, `seed-${plan.seed}.json`);
  const first = plan.resume ? await doneSoFar(progress) : 0;
  const inputs = await mkdtemp(join(tmpdir(), 'daiko-fuzz-'));
  const judge = new WatchedJudge(join(import.meta.dirname, 'judge-process.js'));
  const tally = new FuzzTally();
  const started = performance.now();
  try {
    let next = written(bases, plan, first, inputs);
    for (let number = first; number < plan.documents; number++) {
      const { input, path } = await next;
      const judging = judge.judge({ path, number });
      // Made while the judge is busy; its failure surfaces where it is awaited.
      if (number + 1 < plan.documents) next = written(bases, plan, number + 1, inputs);
      next.catch(() => undefined);
      const { answer, violation } = await judging;
      await rm(path);
      if (violation !== null) {
        await next;
        await tell(input, violation, { plan, number, folder, say });
        return false;
      }
      if (answer !== null) tally.add(answer, input.bytes.length);
      if ((number + 1) % STEP === 0) {
        await writeFile(progress, JSON.stringify({ done: number + 1 }));
        say(`${number + 1}/${plan.documents}: ${tally.line(performance.now() - started)}`);
      }
    }
    say(`seed ${plan.seed}, no harm done: ${tally.line(performance.now() - started)}`);
    return true;
  } finally {
    judge.close();
    await rm(inputs, { recursive: true, force: true });
  }
}

/** Makes one input again and writes it out. */
export async function reproduce(seed: number, number: number, output: string): Promise<FuzzedInput> {
  const input = fuzzedInput(await fuzzBases(), seed, number);
  await writeFile(output, input.bytes);
  return input;
}

async function written(
  bases: readonly Base[],
  { seed }: FuzzPlan,
  number: number,
  inputs: string,
): Promise<{ input: FuzzedInput; path: string }> {
  const input = fuzzedInput(bases, seed, number);
  const folder = join(inputs, String(number % 2));
  const path = join(folder, input.fileName);
  await mkdir(folder, { recursive: true });
  await writeFile(path, input.bytes);
  return { input, path };
}

async function tell(
  input: FuzzedInput,
  violation: string,
  { plan, number, folder, say }: FuzzSurroundings & { readonly plan: FuzzPlan; readonly number: number },
): Promise<void> {
  const kept = join(folder, `seed-${plan.seed}-input-${number}.zip`);
  await writeFile(kept, input.bytes);
  say(`seed ${plan.seed}, input ${number} (${input.fileName}): ${violation}`);
  say(`what was done to a valid archive: ${input.what}`);
  say(
    `kept as ${kept}; made again by: npm run fuzz -- --seed ${plan.seed} --reproduce ${number} --output FILE.zip`,
  );
}

async function doneSoFar(progress: string): Promise<number> {
  try {
    const { done } = JSON.parse(await readFile(progress, 'utf8')) as { done: number };
    return done;
  } catch {
    return 0;
  }
}
