/** Resolves to true where the part is ready; false or an error where it is not. */
export type ReadinessCheck = () => boolean | Promise<boolean>;

export interface Readiness {
  isReady: boolean;
  /** Name of each check and whether it passed. */
  checks: Record<string, boolean>;
}

/** What `/health/ready` asks: every part of a service that can be down registers a check. */
export class HealthRegistry {
  private readonly checks = new Map<string, ReadinessCheck>();

  constructor(private readonly timeoutMs = 2000) {}

  /** A later check of the same name replaces the earlier one. */
  addReadinessCheck(name: string, check: ReadinessCheck): void {
    this.checks.set(name, check);
  }

  /** Asks all checks at once; one that takes longer than the limit counts as not ready. */
  async readiness(): Promise<Readiness> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await this.passes(check)] as const),
    );
    return { isReady: results.every(([, passed]) => passed), checks: Object.fromEntries(results) };
  }

  private async passes(check: ReadinessCheck): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), this.timeoutMs);
    });
    try {
      return await Promise.race([Promise.resolve().then(check), timeout]);
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
}
