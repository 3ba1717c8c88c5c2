import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { World } from '@daiko/synthetic';
import { writeWhole } from '@daiko/whole-files';
import { inventPartners } from '../bench/invented-submission.js';
import { checkout } from '../platform/daiko-command.js';
import type { ChaosPlan } from './chaos-plan.js';
import { commitOf } from './commit.js';
import { EventLog } from './event-log.js';
import { Run, type RunOutcome } from './one-run.js';
import { insurersPerRun, providersPerRun, scheduleOf, twoWorkers } from './schedule.js';
import { Stage } from './stage.js';
import { noTotals } from './verify-run.js';

/** Runs that share one platform; the next ones begin on a fresh one. */
const runsPerPlatform = 50;
/** Seeds that follow each other have partners of their own. */
const slots = 300;
const memoryFolder = '/dev/shm';
const memoryBytesMin = 4 * 1024 ** 3;

/** A run that is done, and the state of the sources it was made with. */
export interface DoneRun extends RunOutcome {
  commit: string;
}

/** What a campaign has done so far; kept in the file of `--resume`. */
export interface CampaignState {
  seed: number;
  done: DoneRun[];
  /** Laws that were broken, ever; a seed that was mended is played again. */
  violations: Broken[];
}

export interface Broken {
  seed: number;
  message: string;
  commit: string;
}

export interface CampaignResult {
  state: CampaignState;
  violation: Broken | null;
  /** A signal ended it between two runs. */
  isStopped: boolean;
}

/** The partners of a seed. */
function worldOf(everybody: World, seed: number): World {
  const slot = seed % slots;
  const part = <T>(all: readonly T[], each: number): T[] => all.slice(slot * each, (slot + 1) * each);
  return {
    ...everybody,
    providers: part(everybody.providers, providersPerRun),
    insurers: part(everybody.insurers, insurersPerRun),
  };
}

/** Plays the runs of a campaign that are not done yet, on platforms side by side; ends at the first violation, or when `stopping` says so. */
export async function runCampaign(
  plan: ChaosPlan,
  say: (line: string) => void,
  options: { folder?: string; stopping?: AbortSignal } = {},
): Promise<CampaignResult> {
  const folder = options.folder ?? join(checkout, '.daiko/chaos');
  const state = await readState(plan);
  const finished = new Set(state.done.map(({ seed }) => seed));
  const campaign = new Campaign(plan, state, {
    folder,
    stateFolder: plan.state ?? (await stateFolderFor(folder)),
    say,
    stopping: options.stopping ?? new AbortController().signal,
    commit: await commitOf(checkout),
    seeds: plan.seeds.filter((seed) => !finished.has(seed)),
  });
  await Promise.all(Array.from({ length: plan.platforms }, (_, lane) => campaign.playLane(lane)));
  return { state, violation: campaign.violation, isStopped: campaign.left > 0 };
}

interface Surroundings {
  folder: string;
  stateFolder: string;
  say: (line: string) => void;
  stopping: AbortSignal;
  commit: string;
  seeds: number[];
}

class Campaign {
  violation: Broken | null = null;
  private readonly everybody: World;
  private keeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly plan: ChaosPlan,
    private readonly state: CampaignState,
    private readonly around: Surroundings,
  ) {
    this.everybody = inventPartners({
      seed: 5,
      providers: slots * providersPerRun,
      insurers: slots * insurersPerRun,
      // Clocks that go back must not make a letter of today one of tomorrow.
      now: new Date(Date.now() - 3_600_000),
    });
  }

  get left(): number {
    return this.around.seeds.length;
  }

  private get isOver(): boolean {
    return this.violation !== null || this.around.stopping.aborted || this.left === 0;
  }

  /** One platform after the other, every second one with two workers of the services that have them. */
  async playLane(lane: number): Promise<void> {
    const stateFolder = join(this.around.stateFolder, `platform-${lane + 1}`);
    for (let round = lane; !this.isOver; round += 1) {
      const workers = round % 2 === 1 ? twoWorkers : null;
      this.around.say(`platform ${lane + 1}: starting afresh${workers === null ? '' : `, ${workers}`} …`);
      const stage = await Stage.start(stateFolder, workers);
      try {
        await this.playOn(stage, lane, workers);
      } finally {
        await stage.stop();
      }
      if (this.violation === null) await rm(stateFolder, { recursive: true, force: true });
    }
  }

  private async playOn(stage: Stage, lane: number, workers: string | null): Promise<void> {
    const totals = noTotals();
    for (let count = 0; count < runsPerPlatform && !this.isOver; count += 1) {
      const seed = this.around.seeds.shift();
      if (seed === undefined) return;
      const { commit, folder, say } = this.around;
      const log = new EventLog(join(folder, String(seed)));
      try {
        const run = new Run(stage, worldOf(this.everybody, seed), scheduleOf(seed), log, totals);
        const done: DoneRun = { ...(await run.play()), workers, commit };
        this.state.done.push(done);
        say(`${this.state.done.length}: platform ${lane + 1}, ${told(done)}`);
      } catch (broken) {
        const { name, message, stack } = broken as Error;
        log.note('violation', { message, stack });
        this.violation = { seed, message: `${name}: ${message}`, commit };
        this.state.violations.push(this.violation);
      }
      await this.keep();
      if (this.violation === null) {
        await rm(join(stage.stateFolder, 'home', String(seed)), { recursive: true, force: true });
      }
    }
  }

  /** A file that is there is whole, whenever the campaign is killed. */
  private keep(): Promise<void> {
    const { resume } = this.plan;
    if (resume === null) return Promise.resolve();
    this.keeping = this.keeping.then(async () => {
      await mkdir(dirname(resume), { recursive: true });
      await writeWhole(resume, `${JSON.stringify(this.state)}\n`, 0o644);
    });
    return this.keeping;
  }
}

function told({ seed, ms, records, faults }: RunOutcome): string {
  return `seed ${seed}, ${records} records, ${(ms / 1000).toFixed(1)} s; ${faults.join(', ') || 'no fault came to pass'}`;
}

async function readState({ resume, seeds }: ChaosPlan): Promise<CampaignState> {
  const [seed = 0] = seeds;
  const text = resume === null ? null : await readFile(resume, 'utf8').catch(() => null);
  if (text === null) return { seed, done: [], violations: [] };
  const state = JSON.parse(text) as CampaignState;
  if (state.seed !== seed) throw new Error(`${resume} belongs to --seed ${state.seed}`);
  return state;
}

/** In memory where there is room: kill -9 ends a process, and what it has handed to the kernel stays, here as on a disk. */
async function stateFolderFor(folder: string): Promise<string> {
  const memory = await statfs(memoryFolder).catch(() => null);
  if (memory === null || memory.bavail * memory.bsize < memoryBytesMin) return folder;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return join(memoryFolder, `daiko-chaos-${name}`);
}
