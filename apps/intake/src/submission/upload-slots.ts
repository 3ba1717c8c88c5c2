import { Problem } from '@daiko/contracts';
import { intakeProblems } from '../problems.js';

/** How many uploads run at once in this process and how long others wait for their turn. */
export interface SlotBounds {
  uploadsMax: number;
  waitingMax: number;
  waitMs: number;
}

/** Whose upload it is and how many of its own may run or wait at a time. */
export interface SlotTaker {
  partnerId: string;
  limits: { uploadsConcurrentMax: number };
}

/**
 * Turns of uploads: each holds some parts in memory, so their number bounds the process, whatever the number of senders. One sender
 * takes no more turns and waiting places than its own limit and one, so that it cannot keep the others out.
 */
export class UploadSlots {
  private runningCount = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly ownCounts = new Map<string, number>();

  constructor(private readonly bounds: SlotBounds) {}

  /** Runs `work` when its turn comes. @throws {Problem} too many of its own, or busy, where the turn does not come in time */
  async run<T>({ partnerId, limits }: SlotTaker, work: () => Promise<T>): Promise<T> {
    const ownCount = this.ownCounts.get(partnerId) ?? 0;
    // One more than may run: the lease tells a key that is running (409) from too many (429).
    if (ownCount > limits.uploadsConcurrentMax) throw tooMany(limits.uploadsConcurrentMax);
    this.ownCounts.set(partnerId, ownCount + 1);
    try {
      return await this.runInTurn(work);
    } finally {
      const left = (this.ownCounts.get(partnerId) ?? 1) - 1;
      if (left > 0) this.ownCounts.set(partnerId, left);
      else this.ownCounts.delete(partnerId);
    }
  }

  private async runInTurn<T>(work: () => Promise<T>): Promise<T> {
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

/** 429: this sender has as many uploads under way as it may. */
export function tooMany(uploadsConcurrentMax: number): Problem {
  return new Problem(intakeProblems.tooManyUploads, { uploadsConcurrentMax }, {}, 5);
}
