import { writeFile } from 'node:fs/promises';
import { runCampaign } from './campaign.js';
import { figuresOf, markdownOf } from './campaign-report.js';
import { type ChaosPlan, readChaosPlan, usage } from './chaos-plan.js';

/** Exit codes: 0 no violation, 1 a violation (its seed is printed), 2 wrong usage, 130 stopped by a signal before the last run. */
export async function main(args: readonly string[]): Promise<number> {
  let plan: ChaosPlan;
  try {
    plan = readChaosPlan(args);
  } catch (wrong) {
    console.error(`${(wrong as Error).message}\n${usage}`);
    return 2;
  }
  const stopping = new AbortController();
  const stop = (): void => {
    if (!stopping.signal.aborted) console.error('ends after the runs under way; the same command goes on …');
    stopping.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const { state, violation, isStopped } = await runCampaign(plan, (line) => console.log(line), {
    stopping: stopping.signal,
  });
  const figures = figuresOf(state);
  const markdown = markdownOf(state, figures);
  if (plan.json !== null)
    await writeFile(plan.json, `${JSON.stringify({ ...figures, violation }, null, 2)}\n`);
  if (plan.markdown !== null) await writeFile(plan.markdown, markdown);
  console.log(`\n${markdown}`);
  if (violation === null) return isStopped ? 130 : 0;
  const { seed, message } = violation;
  console.error(
    `VIOLATION ${message}\nagain: npm run chaos -- --runs 1 --seed ${seed}; events: .daiko/chaos/${seed}/events.jsonl`,
  );
  return 1;
}
