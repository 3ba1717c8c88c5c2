import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signalGroup } from '@daiko/servers';
import type { FaultPlan } from '@daiko/observability';
import { checkout } from '../platform/daiko-command.js';
import { everyServiceReady, killProcess, recovered } from '../platform/kill-process.js';
import { LivePlatform } from '../platform/live-platform.js';
import { processesOf, recordedProcesses } from '../platform/own-processes.js';
import { portsOf } from '../platform/superuser.js';
import { waitUntil } from '../platform/wait-until.js';
import { Detour } from './detour.js';
import type { Premises } from './inbound-channel.js';
import { jumpBackMinutesMax, type OutsideFault, type RestartHow } from './schedule.js';
import { StoreDetour } from './store-detour.js';

const slowMs = 30;
const minuteMs = 60_000;
/** Keys are valid from their making: before the earliest moment to which a clock goes back. */
export const keysAheadMs = -(jumpBackMinutesMax + 5) * minuteMs;

/** What would take half a minute on a quiet day takes a moment here; nothing is switched off. */
const settings = {
  all: { NODE_COMPILE_CACHE: join(checkout, '.daiko/compile-cache') },
  intake: { DAIKO_INTAKE_LEASE_SECONDS: '3', DAIKO_INTAKE_WATCH_INTERVAL_MS: '200' },
  routing: { DAIKO_ROUTING_LEASE_SECONDS: '3' },
  identity: { DAIKO_IDENTITY_HEARTBEAT_SECONDS: '2' },
};

/** A platform that can be harmed: started with crash points armed and with ways round to its servers. */
export class Stage {
  private readonly links: { postgres: Detour; rabbitmq: Detour; objectStore: StoreDetour };
  private plan: FaultPlan = { id: 'none', orders: {} };
  private written: Promise<void> = Promise.resolve();

  private constructor(
    readonly stateFolder: string,
    private platform: LivePlatform,
    links: Stage['links'],
  ) {
    this.links = links;
  }

  static async start(stateFolder: string, workers: string | null): Promise<Stage> {
    const faults = join(stateFolder, 'faults');
    await rm(faults, { recursive: true, force: true });
    await mkdir(faults, { recursive: true });
    const portOf = (name: 'postgres' | 'rabbitmq' | 'swiftProxy') => async () =>
      (await portsOf(stateFolder))[name];
    const links = {
      postgres: new Detour(portOf('postgres')),
      rabbitmq: new Detour(portOf('rabbitmq')),
      objectStore: new StoreDetour(portOf('swiftProxy')),
    };
    const detours = {
      postgres: await links.postgres.listen(),
      rabbitmq: await links.rabbitmq.listen(),
      objectStore: await links.objectStore.listen(),
    };
    await writeFile(join(faults, 'detours.json'), JSON.stringify(detours));
    await writeFile(join(faults, 'settings.json'), JSON.stringify(settings));
    const plan = { id: 'start', orders: {}, clockAheadMs: keysAheadMs };
    await writeFile(join(faults, 'plan.json'), JSON.stringify(plan));
    const platform = await LivePlatform.start({ stateFolder, fresh: true, faults, workers });
    return new Stage(stateFolder, platform, links);
  }

  get premises(): Premises {
    const { origin, caFile } = this.platform;
    return {
      origin,
      caFile,
      watchFolder: join(this.stateFolder, 'watch'),
      keyFileOf: (partner) => join(this.stateFolder, 'demonstration/partners', `${partner}.key`),
    };
  }

  get operatorKey(): string {
    return join(this.stateFolder, 'secrets/operator-key');
  }

  get live(): LivePlatform {
    return this.platform;
  }

  /** Gives the services their orders, seen at their next passage of a point; the clock stays where it is. */
  async order(plan: Omit<FaultPlan, 'clockAheadMs'>): Promise<void> {
    await this.write({ ...this.plan, ...plan });
  }

  /** Moves the clocks of all services to so far from the true time. */
  async moveClocks(aheadMs: number): Promise<void> {
    await this.write({ ...this.plan, clockAheadMs: aheadMs });
  }

  /** What the services have done to themselves so far, one line each. */
  async firedLines(): Promise<string[]> {
    const text = await readFile(join(this.stateFolder, 'faults/fired.jsonl'), 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
  }

  /** Does harm from outside, and resolves when the platform is up again (links stay slow until {@link heal}); false: there was nothing to harm. */
  async harm(what: OutsideFault['what']): Promise<boolean> {
    switch (what.do) {
      case 'kill': {
        const pid = await killProcess(this.platform, what.process).catch(() => null);
        if (pid !== null) await recovered(this.platform, what.process, pid);
        return pid !== null;
      }
      case 'cut':
        this.links[what.link].cut();
        return true;
      case 'slow':
        this.links[what.link].delayMs = slowMs;
        return true;
      case 'fail-store':
        this.links.objectStore.fail(what.status, what.requests);
        return true;
      case 'clock':
        await this.moveClocks(aheadMsOf(what, new Date()));
        return true;
      case 'restart-all':
        await this.restart(what.how, what.workers);
        return true;
    }
  }

  async heal(): Promise<void> {
    this.links.postgres.delayMs = 0;
    this.links.rabbitmq.delayMs = 0;
    this.links.objectStore.heal();
    await everyServiceReady(this.platform);
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await Promise.all(Object.values(this.links).map((link) => link.close()));
  }

  // One at a time: two that give orders at once would take each other's part away.
  private write(plan: FaultPlan): Promise<void> {
    this.plan = plan;
    const file = join(this.stateFolder, 'faults/plan.json');
    this.written = this.written.then(async () => {
      await writeFile(`${file}.part`, JSON.stringify(plan));
      await rename(`${file}.part`, file);
    });
    return this.written;
  }

  private async restart(how: RestartHow, workers: string | null): Promise<void> {
    const { stateFolder, platform } = this;
    if (how === 'in order') await platform.stop();
    else {
      process.kill(platform.pid, 'SIGKILL');
      // Whoever is left when its supervisor is gone ends by itself, in order; or nobody is given the time.
      if (how === 'kill -9') {
        for (const pid of Object.values(await recordedProcesses(stateFolder))) signalGroup(pid, 'SIGKILL');
      }
    }
    await waitUntil('nothing survives', async () => (await processesOf(stateFolder)).length === 0, {
      deadlineMs: 90_000,
    });
    this.platform = await LivePlatform.start({ stateFolder, faults: join(stateFolder, 'faults'), workers });
  }
}

/** How far a jump takes the clocks from the true time. */
function aheadMsOf({ to, minutes }: Extract<OutsideFault['what'], { do: 'clock' }>, now: Date): number {
  if (to === 'true time') return 0;
  if (to !== 'month end') return (to === 'back' ? -1 : 1) * minutes * minuteMs;
  const inJapan = new Date(now.getTime() + 9 * 60 * minuteMs);
  const next = Date.UTC(inJapan.getUTCFullYear(), inJapan.getUTCMonth() + 1, 1, 0, 0, 30);
  return next - inJapan.getTime();
}
