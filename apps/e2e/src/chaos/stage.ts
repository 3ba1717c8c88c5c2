import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaultPlan } from '@daiko/observability';
import { everyServiceReady, killProcess, recovered } from '../platform/kill-process.js';
import { LivePlatform } from '../platform/live-platform.js';
import { processesOf } from '../platform/own-processes.js';
import { portsOf } from '../platform/superuser.js';
import { waitUntil } from '../platform/wait-until.js';
import { Detour } from './detour.js';
import type { Premises } from './inbound-channel.js';
import type { OutsideFault } from './schedule.js';
import { StoreDetour } from './store-detour.js';

const slowMs = 30;

/** A platform that can be harmed: started with crash points armed and with ways round to its servers. */
export class Stage {
  private readonly links: { postgres: Detour; rabbitmq: Detour; objectStore: StoreDetour };

  private constructor(
    readonly stateFolder: string,
    private platform: LivePlatform,
    links: Stage['links'],
  ) {
    this.links = links;
  }

  static async start(stateFolder: string): Promise<Stage> {
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
    const platform = await LivePlatform.start({ stateFolder, fresh: true, faults });
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

  /** Gives the services their orders; seen at their next passage of a point. */
  async order(plan: FaultPlan): Promise<void> {
    const file = join(this.stateFolder, 'faults/plan.json');
    await writeFile(`${file}.part`, JSON.stringify(plan));
    await rename(`${file}.part`, file);
  }

  /** What the services have done to themselves so far, one line each. */
  async firedLines(): Promise<string[]> {
    const text = await readFile(join(this.stateFolder, 'faults/fired.jsonl'), 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
  }

  /** Does harm from outside, and resolves when the platform is up again (links stay slow until {@link heal}). */
  async harm(what: OutsideFault['what']): Promise<void> {
    switch (what.do) {
      case 'kill': {
        const pid = await killProcess(this.platform, what.process).catch(() => null);
        if (pid !== null) await recovered(this.platform, what.process, pid);
        return;
      }
      case 'cut':
        this.links[what.link].cut();
        return;
      case 'slow':
        this.links[what.link].delayMs = slowMs;
        return;
      case 'fail-store':
        this.links.objectStore.fail(what.status, what.requests);
        return;
      case 'restart-all':
        return this.restart(what.signal);
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

  private async restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { stateFolder } = this;
    if (signal === 'SIGTERM') await this.platform.stop();
    else process.kill(this.platform.pid, 'SIGKILL');
    await waitUntil('nothing survives', async () => (await processesOf(stateFolder)).length === 0, {
      deadlineMs: 90_000,
    });
    this.platform = await LivePlatform.start({ stateFolder, faults: join(stateFolder, 'faults') });
  }
}
