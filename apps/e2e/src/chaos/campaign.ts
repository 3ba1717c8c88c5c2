import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '@daiko/synthetic';
import { inventPartners } from '../bench/invented-submission.js';
import { checkout } from '../platform/daiko-command.js';
import type { ChaosPlan } from './chaos-plan.js';
import { EventLog } from './event-log.js';
import { Run, type RunOutcome } from './one-run.js';
import { insurersPerRun, providersPerRun, scheduleOf } from './schedule.js';
import { Stage } from './stage.js';
import { noTotals } from './verify-run.js';

/** Runs that share one platform; the next ones begin on a fresh one. */
const runsPerPlatform = 40;
/** Seeds that follow each other have partners of their own. */
const slots = 200;

/** What a campaign has done so far; kept in the file of `--resume`. */
export interface CampaignState {
  seed: number;
  done: RunOutcome[];
}

export interface CampaignResult {
  state: CampaignState;
  violation: { seed: number; message: string } | null;
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

/** Plays the runs of a campaign that are not done yet; ends at the first violation. */
export async function runCampaign(
  plan: ChaosPlan,
  say: (line: string) => void,
  folder = join(checkout, '.daiko/chaos'),
): Promise<CampaignResult> {
  const stateFolder = join(folder, 'platform');
  const state = await readState(plan);
  const finished = new Set(state.done.map(({ seed }) => seed));
  const seeds = plan.seeds.filter((seed) => !finished.has(seed));
  const everybody = inventPartners({
    seed: 5,
    providers: slots * providersPerRun,
    insurers: slots * insurersPerRun,
    now: new Date(),
  });
  for (let first = 0; first < seeds.length; first += runsPerPlatform) {
    say('starting a fresh platform …');
    const stage = await Stage.start(stateFolder);
    const totals = noTotals();
    try {
      for (const seed of seeds.slice(first, first + runsPerPlatform)) {
        const log = new EventLog(join(folder, String(seed)));
        try {
          const outcome = await new Run(
            stage,
            worldOf(everybody, seed),
            scheduleOf(seed),
            log,
            totals,
          ).play();
          state.done.push(outcome);
          say(told(outcome, state.done.length));
        } catch (broken) {
          const { name, message, stack } = broken as Error;
          log.note('violation', { message, stack });
          return { state, violation: { seed, message: `${name}: ${message}` } };
        }
        await keep(plan, state);
        await rm(join(stateFolder, 'home', String(seed)), { recursive: true, force: true });
      }
    } finally {
      await stage.stop();
    }
  }
  return { state, violation: null };
}

function told({ seed, ms, records, faults }: RunOutcome, count: number): string {
  return `run ${count}: seed ${seed}, ${records} records, ${(ms / 1000).toFixed(1)} s; ${faults.join(', ') || 'no fault came to pass'}`;
}

async function readState({ resume, seeds }: ChaosPlan): Promise<CampaignState> {
  const [seed = 0] = seeds;
  const text = resume === null ? null : await readFile(resume, 'utf8').catch(() => null);
  if (text === null) return { seed, done: [] };
  const state = JSON.parse(text) as CampaignState;
  if (state.seed !== seed) throw new Error(`${resume} belongs to --seed ${state.seed}`);
  return state;
}

async function keep({ resume }: ChaosPlan, state: CampaignState): Promise<void> {
  if (resume !== null) await writeFile(resume, `${JSON.stringify(state)}\n`);
}
