import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '@daiko/synthetic';
import { checkout } from '../platform/daiko-command.js';
import { LivePlatform } from '../platform/live-platform.js';
import { registerPartners } from '../platform/register-partners.js';
import type { BenchPlan } from './bench-plan.js';
import { type BenchRun, type BenchSummary, memoryLines, summarise, summaryLines } from './bench-report.js';
import { inventPartners, writeSubmission } from './invented-submission.js';
import { runOnce } from './one-run.js';
import { measureXmllint, type Reference } from './reference.js';

const stateFolder = join(checkout, '.daiko/bench');
const insurers = 4;
const warmUpRecords = 2000;
/** Memory is compared with that of a tenth. */
const tenth = 10;

/** Runs the benchmark on a platform of its own; answers false where a limit of memory is passed. */
export async function runBench(plan: BenchPlan, log: (line: string) => void): Promise<boolean> {
  const sizes = plan.memory ? [Math.max(1, Math.round(plan.records / tenth)), plan.records] : [plan.records];
  const world = inventPartners({
    seed: 31,
    providers: 1 + sizes.length * plan.runs,
    insurers,
    now: new Date(),
  });
  log('starting the platform …');
  const platform = await LivePlatform.start({ stateFolder, fresh: true });
  try {
    await registerPartners(platform, world);
    const bench = new Bench(platform, world, plan, log);
    await bench.warmUp();
    const summaries: BenchSummary[] = [];
    for (const records of sizes) summaries.push(await bench.measure(records));
    return await report(plan, summaries, log);
  } finally {
    await platform.stop();
  }
}

class Bench {
  /** Each archive comes from another provider: one name and one set of people each. */
  private sent = 0;

  constructor(
    private readonly platform: LivePlatform,
    private readonly world: World,
    private readonly plan: BenchPlan,
    private readonly log: (line: string) => void,
  ) {}

  async warmUp(): Promise<void> {
    this.log(`warming up with ${warmUpRecords} records …`);
    await this.send(warmUpRecords);
  }

  /** The runs of one size, and xmllint over the documents of the last of them. */
  async measure(records: number): Promise<BenchSummary> {
    const runs: BenchRun[] = [];
    let reference: Reference | null = null;
    for (let run = 1; run <= this.plan.runs; run += 1) {
      const isLast = run === this.plan.runs;
      const { measured, xmllint } = await this.send(records, isLast);
      this.log(
        `run ${run} of ${this.plan.runs}: ${records} records in ${(measured.totalMs / 1000).toFixed(1)} s`,
      );
      runs.push(measured);
      reference = xmllint;
    }
    if (reference === null) throw new Error('no reference was measured');
    return summarise(runs, reference);
  }

  private async send(
    records: number,
    withReference = false,
  ): Promise<{ measured: BenchRun; xmllint: Reference | null }> {
    const provider = this.sent;
    this.sent += 1;
    const folder = join(stateFolder, 'demonstration/outbox');
    const options = { provider, records, seed: 100 + provider, size: this.plan.size };
    const submission = await writeSubmission(this.world, options, folder);
    const measured = await runOnce(this.platform, this.world, submission);
    const xmllint = withReference ? await measureXmllint(submission.file, this.log) : null;
    await rm(submission.file);
    return { measured, xmllint };
  }
}

async function report(
  plan: BenchPlan,
  summaries: BenchSummary[],
  log: (line: string) => void,
): Promise<boolean> {
  const [first, last] = [summaries[0], summaries.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing was measured');
  for (const line of ['', ...summaryLines(last)]) log(line);
  const memory = plan.memory ? memoryLines(first, last) : null;
  for (const line of memory === null ? [] : ['', ...memory.lines]) log(line);
  if (plan.json !== null) {
    const fewer = plan.memory ? { fewer: first } : {};
    await writeFile(plan.json, `${JSON.stringify({ ...last, ...fewer }, null, 2)}\n`);
  }
  return memory?.isWithin ?? true;
}
