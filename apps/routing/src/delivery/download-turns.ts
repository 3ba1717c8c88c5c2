import { Problem } from '@daiko/contracts';
import { routingProblems } from '../problems.js';

/** Downloads of one partner at a time: each holds pieces in memory for as long as its reader likes. */
const downloadsConcurrentMax = 8;
const retrySeconds = 5;

/** Counts the downloads under way, partner by partner. */
export class DownloadTurns {
  private readonly counts = new Map<string, number>();

  /** Takes a turn; answers what gives it back, safe to call twice. @throws {Problem} where the partner has as many as it may */
  take(partnerId: string): () => void {
    const count = this.counts.get(partnerId) ?? 0;
    if (count >= downloadsConcurrentMax) {
      throw new Problem(routingProblems.tooManyDownloads, { downloadsConcurrentMax }, {}, retrySeconds);
    }
    this.counts.set(partnerId, count + 1);
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      const left = (this.counts.get(partnerId) ?? 1) - 1;
      if (left > 0) this.counts.set(partnerId, left);
      else this.counts.delete(partnerId);
    };
  }
}
