/** Buckets that are full again are forgotten once this many are kept. */
const bucketCountMax = 10_000;

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

/** Token buckets by key: each holds a minute's allowance and fills evenly. Time is handed in. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  /** Takes one token; answers 0, or after how many whole seconds there will be one. */
  take(key: string, perMinuteMax: number, nowMs: number): number {
    if (perMinuteMax <= 0) return 60;
    const perMs = perMinuteMax / 60_000;
    const bucket = this.buckets.get(key) ?? { tokens: perMinuteMax, filledAtMs: nowMs };
    const filled = bucket.tokens + Math.max(0, nowMs - bucket.filledAtMs) * perMs;
    const tokens = Math.min(perMinuteMax, filled);
    const isAllowed = tokens >= 1;
    this.buckets.delete(key);
    this.buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, filledAtMs: nowMs });
    this.forgetOldest();
    return isAllowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
  }

  private forgetOldest(): void {
    if (this.buckets.size <= bucketCountMax) return;
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
