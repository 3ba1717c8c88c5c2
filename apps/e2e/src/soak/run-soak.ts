import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '@daiko/synthetic';
import {
  archivesADay,
  inventPartners,
  type InventedSubmission,
  writeSubmission,
} from '../bench/invented-submission.js';
import { percentilesOf } from '../bench/bench-report.js';
import { runSustained, type SustainedRun } from '../bench/sustained-load.js';
import { checkout } from '../platform/daiko-command.js';
import { LivePlatform } from '../platform/live-platform.js';
import { registerPartners } from '../platform/register-partners.js';
import { connectSuperuser, portsOf } from '../platform/superuser.js';
import { type Trend, trendOf } from './growth.js';
import { type Sample, takeSample } from './sample.js';
import type { SoakPlan } from './soak-plan.js';

const stateFolder = join(checkout, '.daiko/soak');
const sampleMs = 10_000;
const perSubmission = 100;
const trialRecords = 4000;
/** The most records a second that partners are invented for, where the rate is not known yet. */
const rateMax = 1500;

/** Below these, growth is no matter: MB, files, sockets, messages, connections. */
const least: readonly (readonly [prefix: string, amount: number])[] = [
  ['rss', 16],
  // Servers keep what they have opened for later, up to a limit of their own.
  ['files postgres', 500],
  ['files swift', 60],
  ['files', 10],
  ['sockets', 10],
  ['queued', 100],
  ['database connections', 5],
  ['dead letters', 0.5],
  ['temporary files', 5],
];

/** Offers a steady load for as long as asked and tells whether anything grows; answers false where something does. */
export async function runSoak(plan: SoakPlan, log: (line: string) => void): Promise<boolean> {
  const records = plan.minutes * 60 * (plan.rate ?? rateMax * plan.load) + 2 * trialRecords;
  const providers = Math.ceil(records / perSubmission / archivesADay) + 8;
  const world = inventPartners({ seed: 53, providers, insurers: 4, now: new Date() });
  log('starting the platform …');
  const platform = await LivePlatform.start({ stateFolder, fresh: true });
  const database = await connectSuperuser(stateFolder);
  const queued = await queueCounter();
  const samples: { at: number; sample: Sample }[] = [];
  try {
    await registerPartners(platform, world);
    const soak = new Load(platform, world);
    const rate = plan.rate ?? Math.round(plan.load * (await soak.capacity()));
    log(`offering ${rate} records a second for ${plan.minutes} minutes`);
    const begun = performance.now();
    const seconds = (): number => (performance.now() - begun) / 1000;
    const timer = setInterval(() => {
      void takeSample(stateFolder, database, queued)
        .then((sample) => samples.push({ at: seconds(), sample }))
        .catch((broken: unknown) => log(`no sample: ${String(broken)}`));
    }, sampleMs);
    const run = await soak
      .offer(rate, () => seconds() < plan.minutes * 60)
      .finally(() => clearInterval(timer));
    log(`${run.records} records were delivered in ${seconds().toFixed(0)} s`);
    return await report(plan, { rate, ...run, seconds: seconds(), samples }, log);
  } finally {
    await database.close();
    await platform.stop();
  }
}

class Load {
  private count = 0;

  constructor(
    private readonly platform: LivePlatform,
    private readonly world: World,
  ) {}

  /** Records a second of a short trial without pause, after another that warms up. */
  async capacity(): Promise<number> {
    await this.trial();
    const { records, totalMs } = await this.trial();
    return (records / totalMs) * 1000;
  }

  private async trial(): Promise<SustainedRun> {
    const submissions: InventedSubmission[] = [];
    for (let left = trialRecords; left > 0; left -= perSubmission) submissions.push(await this.write());
    return runSustained(this.platform, this.world, { submissions, recordsPerSecond: null });
  }

  /** Submissions are written while others are on their way, as providers do. */
  offer(recordsPerSecond: number, goesOn: () => boolean): Promise<SustainedRun> {
    const write = () => this.write();
    const submissions = (async function* () {
      while (goesOn()) yield await write();
    })();
    return runSustained(this.platform, this.world, { submissions, recordsPerSecond });
  }

  private write(): Promise<InventedSubmission> {
    const index = this.count;
    this.count += 1;
    const provider = Math.floor(index / archivesADay);
    const sequence = index % archivesADay;
    const options = { provider, sequence, records: perSubmission, seed: 5000 + index };
    return writeSubmission(this.world, options, join(stateFolder, 'demonstration/outbox'));
  }
}

/** Messages that wait in all queues, as the broker's management says. */
async function queueCounter(): Promise<() => Promise<number>> {
  const { rabbitmqManagement } = (await portsOf(stateFolder)) as unknown as { rabbitmqManagement: number };
  const text = await readFile(join(stateFolder, 'secrets/servers.json'), 'utf8');
  const { rabbitmq } = JSON.parse(text) as { rabbitmq: string };
  const authorization = `Basic ${Buffer.from(`daiko:${rabbitmq}`).toString('base64')}`;
  return async () => {
    const url = `http://127.0.0.1:${rabbitmqManagement}/api/queues`;
    const queues = (await (await fetch(url, { headers: { authorization } })).json()) as {
      messages?: number;
    }[];
    return queues.reduce((sum, { messages = 0 }) => sum + messages, 0);
  };
}

async function report(
  plan: SoakPlan,
  run: SustainedRun & { rate: number; seconds: number; samples: { at: number; sample: Sample }[] },
  log: (line: string) => void,
): Promise<boolean> {
  const names = [...new Set(run.samples.flatMap(({ sample }) => Object.keys(sample)))];
  const trends: Record<string, Trend> = {};
  for (const name of names) {
    const points = run.samples.flatMap(({ at, sample }) => {
      const value = sample[name];
      return value === undefined ? [] : [{ at, value }];
    });
    trends[name] = trendOf(points, least.find(([prefix]) => name.startsWith(prefix))?.[1] ?? 0);
  }
  const growing = names.filter((name) => trends[name]?.isGrowing);
  const { journeys, ...figures } = run;
  const latencies = {
    receipt: percentilesOf(journeys.map(({ receiptMs }) => receiptMs)),
    sealed: percentilesOf(journeys.map(({ sealedMs }) => sealedMs)),
  };
  const markdown = [
    `${run.records} records at ${run.rate} a second in ${(run.seconds / 60).toFixed(1)} minutes, ${run.samples.length} samples; grows: ${growing.join(', ') || 'nothing'}`,
    '',
    ...Object.entries(latencies).map(
      ([until, { p50, p95, p99 }]) =>
        `From the first byte of a submission of ${perSubmission} until ${until}: p50 ${inSeconds(p50)}, p95 ${inSeconds(p95)}, p99 ${inSeconds(p99)}`,
    ),
    '',
    '| What | After a third | At the end | Growth | Grows |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries(trends).map(
      ([name, { first, last, growth, isGrowing }]) =>
        `| ${name} | ${first} | ${last} | ${growth} | ${isGrowing ? 'yes' : 'no'} |`,
    ),
    '',
  ].join('\n');
  log(`\n${markdown}`);
  if (plan.markdown !== null) await writeFile(plan.markdown, markdown);
  if (plan.json !== null)
    await writeFile(plan.json, `${JSON.stringify({ ...figures, latencies, trends, growing }, null, 2)}\n`);
  return growing.length === 0;
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
