import { writeFile } from 'node:fs/promises';
import { median } from '../bench/bench-report.js';
import { type CampaignResult, runCampaign } from './campaign.js';
import { type ChaosPlan, readChaosPlan, usage } from './chaos-plan.js';

/** Exit codes: 0 no violation, 1 a violation (its seed is printed), 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  let plan: ChaosPlan;
  try {
    plan = readChaosPlan(args);
  } catch (wrong) {
    console.error(`${(wrong as Error).message}\n${usage}`);
    return 2;
  }
  const result = await runCampaign(plan, (line) => console.log(line));
  const figures = figuresOf(result);
  if (plan.json !== null) await writeFile(plan.json, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(JSON.stringify(figures));
  if (result.violation === null) return 0;
  const { seed, message } = result.violation;
  console.error(
    `VIOLATION ${message}\nagain: npm run chaos -- --runs 1 --seed ${seed}; events: .daiko/chaos/${seed}/events.jsonl`,
  );
  return 1;
}

function figuresOf({ state, violation }: CampaignResult) {
  const { done } = state;
  const faults: Record<string, number> = {};
  for (const fault of done.flatMap((run) => run.faults)) faults[fault] = (faults[fault] ?? 0) + 1;
  return {
    runs: done.length,
    records: done.reduce((sum, { records }) => sum + records, 0),
    faults: done.reduce((sum, run) => sum + run.faults.length, 0),
    medianSeconds: done.length === 0 ? 0 : Number((median(done.map(({ ms }) => ms)) / 1000).toFixed(1)),
    faultsByKind: Object.fromEntries(Object.entries(faults).sort(([a], [b]) => a.localeCompare(b))),
    violation,
  };
}
