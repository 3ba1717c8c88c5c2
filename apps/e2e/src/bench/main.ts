import { type BenchPlan, readBenchPlan, usage } from './bench-plan.js';
import { runCheckBench } from './check-bench.js';
import { runBench } from './run-bench.js';
import { runStoredBench } from './stored-bench.js';

/** Exit codes: 0 measured, 1 measured and a limit of memory passed, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  let plan: BenchPlan;
  try {
    plan = readBenchPlan(args);
  } catch (wrong) {
    console.error(`${(wrong as Error).message}\n${usage}`);
    return 2;
  }
  const { rows, check } = plan;
  if (check) {
    await runCheckBench(plan, console.log);
    return 0;
  }
  if (rows !== null) return (await runStoredBench({ ...plan, rows }, console.log)) ? 0 : 1;
  return (await runBench(plan, console.log)) ? 0 : 1;
}
