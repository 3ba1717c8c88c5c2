import { Problem } from '@daiko/contracts';
import { intakeProblems } from '../problems.js';

/** How many uploads run at once in this process and how long others wait for their turn. */
export interface SlotBounds {
  uploadsMax: number;
  waitingMax: number;
  waitMs: number;
}

/** Turns of uploads: each holds some parts in memory, so their number bounds the process, whatever the number of senders. */
export class UploadSlots {
  private runningCount = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly bounds: SlotBounds) {}

  /** Runs `work` when its turn comes. @throws {Problem} busy, where the turn does not come in time */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.take();
    try {
      return await work();
    } finally {
      this.give();
    }
  }

  private take(): Promise<void> {
    if (this.runningCount < this.bounds.uploadsMax) {
      this.runningCount += 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= this.bounds.waitingMax) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(turn), 1);
        reject(busy());
      }, this.bounds.waitMs);
      this.waiting.push(turn);
    });
  }

  // The place is handed on, so that nobody who comes now overtakes those who wait.
  private give(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.runningCount -= 1;
    else next();
  }
}

function busy(): Problem {
  return new Problem(intakeProblems.busy, {}, {}, 15);
}
