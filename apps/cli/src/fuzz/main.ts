import { type FuzzPlan, readFuzzPlan, usage } from './fuzz-plan.js';
import { reproduce, runFuzz } from './run-fuzz.js';

/** Exit codes: 0 no input did harm, 1 one did, 2 wrong usage. */
export async function main(args: readonly string[], folder: string): Promise<number> {
  let plan: FuzzPlan;
  try {
    plan = readFuzzPlan(args);
  } catch (wrong) {
    console.error(`${(wrong as Error).message}\n${usage}`);
    return 2;
  }
  if (plan.reproduce !== null) {
    const { number, output } = plan.reproduce;
    const { fileName, what } = await reproduce(plan.seed, number, output);
    console.log(`${output} (comes as ${fileName}): ${what}`);
    return 0;
  }
  return (await runFuzz(plan, { folder, say: console.log })) ? 0 : 1;
}
