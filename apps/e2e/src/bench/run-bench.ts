import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '@daiko/synthetic';
import { checkout } from '../platform/daiko-command.js';
import { LivePlatform } from '../platform/live-platform.js';
import { registerPartners } from '../platform/register-partners.js';
import type { BenchPlan } from './bench-plan.js';
import { benchPage } from './bench-page.js';
import {
  type BenchRun,
  type BenchSummary,
  type LoadRun,
  memoryLines,
  rawRateLines,
  summarise,
  summaryLines,
} from './bench-report.js';
import {
  archivesADay,
  inventPartners,
  type InventedSubmission,
  writeSubmission,
} from './invented-submission.js';
import { runOnce } from './one-run.js';
import { PlatformMeasurement } from './platform-measurement.js';
import { profileLines } from './profile-shares.js';
import { measureRawRates, type RawRates } from './raw-rates.js';
import { measureXmllint, type Reference } from './reference.js';
import { runSustained } from './sustained-load.js';

const stateFolder = join(checkout, '.daiko/bench');
const outbox = join(stateFolder, 'demonstration/outbox');
const insurers = 4;
const warmUpRecords = 2000;
/** Memory is compared with that of a tenth. */
const tenth = 10;
/** Records of the one large submission, at most. */
const submissionMax = 50_000;
/** Records of a load that a reference is measured over. */
const referenceRecords = 10_000;

/** Runs the benchmark on a platform of its own; answers false where a limit of memory is passed. */
export async function runBench(plan: BenchPlan, log: (line: string) => void): Promise<boolean> {
  const sizes = plan.memory ? [Math.max(1, Math.round(plan.records / tenth)), plan.records] : [plan.records];
  const world = inventPartners({
    seed: 31,
    providers: 1 + sizes.length * plan.runs + plan.runs * loadProviders(plan),
    insurers,
    now: new Date(),
  });
  log('starting the platform …');
  const isWithin = await onPlatform(plan, world, sizes, log);
  if (plan.profile !== null) {
    for (const line of ['', ...(await profileLines(plan.profile, join(checkout, 'dist')))]) log(line);
  }
  return isWithin;
}

/** Measures on a platform of its own, which is down again when this resolves. */
async function onPlatform(
  plan: BenchPlan,
  world: World,
  sizes: readonly number[],
  log: (line: string) => void,
): Promise<boolean> {
  const platform = await LivePlatform.start({
    stateFolder,
    fresh: true,
    workers: plan.workers,
    profile: plan.profile,
  });
  try {
    await registerPartners(platform, world);
    const bench = new Bench(platform, world, plan, log);
    await bench.warmUp();
    const measured: Measured[] = [];
    for (const records of sizes) measured.push(await bench.measure(Math.min(records, submissionMax)));
    const loads = await bench.sustain();
    const summaries = measured.map(({ runs }) => summarise(runs, loads, bench.references));
    const rates = measured.at(-1)?.rates ?? null;
    return await report(plan, summaries, rates, log);
  } finally {
    await platform.stop();
  }
}

/** Providers that a sustained load takes. */
function loadProviders({ records, perSubmission }: BenchPlan): number {
  return Math.ceil(Math.ceil(records / perSubmission) / archivesADay);
}

/** The single submissions of one size, and what the bare servers do beside the last of them. */
interface Measured {
  runs: BenchRun[];
  rates: RawRates;
}

class Bench {
  /** Each archive comes from another provider: one name and one set of people each. */
  private sent = 0;
  /** What xmllint took, throughout the bench: the speed of a machine drifts within minutes. */
  readonly references: Reference[] = [];

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

  async measure(records: number): Promise<Measured> {
    const runs: BenchRun[] = [];
    let rates: RawRates | null = null;
    for (let run = 1; run <= this.plan.runs; run += 1) {
      const isLast = run === this.plan.runs;
      const sent = await this.send(records, isLast);
      this.log(`${run} of ${this.plan.runs}, one submission: ${inSeconds(records, sent.measured.totalMs)}`);
      runs.push(sent.measured);
      rates = sent.rates;
    }
    if (rates === null) throw new Error('no reference was measured');
    return { runs, rates };
  }

  /** The runs of the sustained load. */
  async sustain(): Promise<LoadRun[]> {
    const loads: LoadRun[] = [];
    for (let run = 1; run <= this.plan.runs; run += 1) {
      const submissions = await this.writeLoad();
      await this.measureReference(submissions);
      const measurement = await PlatformMeasurement.begin(this.platform);
      const load = { submissions, recordsPerSecond: this.plan.rate };
      const sustained = await runSustained(this.platform, this.world, load);
      loads.push({ ...sustained, figures: await measurement.end() });
      this.log(
        `${run} of ${this.plan.runs}, many at once: ${inSeconds(sustained.records, sustained.totalMs)}`,
      );
      await this.measureReference(submissions);
      for (const { file } of submissions) await rm(file);
    }
    return loads;
  }

  private async measureReference(submissions: readonly InventedSubmission[]): Promise<void> {
    const archivesMax = Math.ceil(referenceRecords / this.plan.perSubmission);
    const archives = submissions.slice(0, archivesMax).map(({ file }) => file);
    this.references.push(await measureXmllint(archives, this.log));
  }

  private async writeLoad(): Promise<InventedSubmission[]> {
    const { records, perSubmission, size } = this.plan;
    const count = Math.ceil(records / perSubmission);
    const first = this.sent;
    this.sent += loadProviders(this.plan);
    const submissions: InventedSubmission[] = [];
    for (let index = 0; index < count; index += 1) {
      const options = {
        provider: first + Math.floor(index / archivesADay),
        sequence: index % archivesADay,
        records: Math.min(perSubmission, records - index * perSubmission),
        seed: 1000 * first + index,
        size,
      };
      submissions.push(await writeSubmission(this.world, options, outbox));
    }
    return submissions;
  }

  private async send(
    records: number,
    withReferences = false,
  ): Promise<{ measured: BenchRun; rates: RawRates | null }> {
    const provider = this.sent;
    this.sent += 1;
    const options = { provider, records, seed: 100 + provider, size: this.plan.size };
    const submission = await writeSubmission(this.world, options, outbox);
    const measured = await runOnce(this.platform, this.world, submission);
    let rates: RawRates | null = null;
    if (withReferences) {
      this.references.push(await measureXmllint([submission.file], this.log));
      rates = await measureRawRates(stateFolder, submission.file);
    }
    await rm(submission.file);
    return { measured, rates };
  }
}

const inSeconds = (records: number, ms: number): string =>
  `${records} records in ${(ms / 1000).toFixed(1)} s`;

async function report(
  plan: BenchPlan,
  summaries: BenchSummary[],
  rates: RawRates | null,
  log: (line: string) => void,
): Promise<boolean> {
  const [first, last] = [summaries[0], summaries.at(-1)];
  if (first === undefined || last === undefined || rates === null) throw new Error('nothing was measured');
  for (const line of ['', ...summaryLines(last), '', ...rawRateLines(rates, last)]) log(line);
  const memory = plan.memory ? memoryLines(first, last) : null;
  for (const line of memory === null ? [] : ['', ...memory.lines]) log(line);
  if (plan.json !== null) {
    const fewer = plan.memory ? { fewer: first } : {};
    await writeFile(plan.json, `${JSON.stringify({ ...last, rawRates: rates, ...fewer }, null, 2)}\n`);
  }
  if (plan.html !== null) await writeFile(plan.html, benchPage(last));
  return memory?.isWithin ?? true;
}
