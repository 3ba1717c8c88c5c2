import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armCrashPoints, type CrashOrder, type CrashPlan } from './crash-point.js';

/** What a fault run writes into `plan.json` of its folder. */
export interface FaultPlan {
  id: string;
  /** By service; a process reads its own. */
  orders: Record<string, CrashOrder[]>;
  /** By how much the services' clock is ahead, ms. */
  clockAheadMs?: number;
}

const none: FaultPlan = { id: '', orders: {} };

/**
 * The folder through which a fault run speaks to the services (setting `DAIKO_CRASH_POINTS`): `plan.json` as it stands now, and one
 * file in `fired/` for each order that was carried out, so that a process started again does not die a second time.
 */
export class FaultFolder implements CrashPlan {
  private seen = '';
  private plan = none;

  constructor(
    private readonly folder: string,
    private readonly service: string,
  ) {}

  /** Arms the crash points of this process, and answers the clock of the plan. */
  arm(): () => Date {
    mkdirSync(join(this.folder, 'fired'), { recursive: true });
    armCrashPoints(this);
    return () => new Date(Date.now() + (this.current().clockAheadMs ?? 0));
  }

  read(): { id: string; orders: readonly CrashOrder[] } {
    const { id, orders } = this.current();
    return { id, orders: orders[this.service] ?? [] };
  }

  claim({ id, point, at, act }: CrashOrder): boolean {
    const line = {
      at: new Date().toISOString(),
      service: this.service,
      pid: process.pid,
      order: id,
      point,
      passage: at,
      act,
    };
    try {
      writeFileSync(join(this.folder, 'fired', id), '', { flag: 'wx' });
    } catch {
      return false;
    }
    appendFileSync(join(this.folder, 'fired.jsonl'), `${JSON.stringify(line)}\n`);
    return true;
  }

  /** The plan, read again only when its file has changed. */
  private current(): FaultPlan {
    try {
      const file = join(this.folder, 'plan.json');
      const { mtimeMs, size, ino } = statSync(file);
      const state = `${mtimeMs} ${size} ${ino}`;
      if (state !== this.seen) {
        this.plan = JSON.parse(readFileSync(file, 'utf8')) as FaultPlan;
        this.seen = state;
      }
    } catch {
      this.plan = none;
    }
    return this.plan;
  }
}
