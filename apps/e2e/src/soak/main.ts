import { runSoak } from './run-soak.js';
import { readSoakPlan, type SoakPlan, usage } from './soak-plan.js';

/** Exit codes: 0 nothing grows, 1 something grows, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  let plan: SoakPlan;
  try {
    plan = readSoakPlan(args);
  } catch (wrong) {
    console.error(`${(wrong as Error).message}\n${usage}`);
    return 2;
  }
  return (await runSoak(plan, console.log)) ? 0 : 1;
}
