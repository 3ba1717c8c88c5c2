import { Door, everyPage } from '../platform/door.js';
import type { Premises } from './inbound-channel.js';
import { ok, type OnStep } from './partners.js';

interface QueryView {
  submissionId: string;
  index: number;
}

/** How doubtful records are decided in a run. */
export interface Deciding {
  releases: boolean;
  insurersDecide: boolean;
}

const reason = '確認できませんでした';

/** Seals, decides what is doubtful or puts it to the insurer, tries again what is held. */
export class Operator {
  private door: Door | null = null;
  private readonly asked = new Set<string>();

  constructor(
    private readonly premises: Premises,
    private readonly keyFile: string,
    private readonly options: Deciding & { onStep: OnStep },
  ) {}

  async round(): Promise<void> {
    const door = await this.enter();
    const path = '/api/inspection/v1/queries';
    for (const { submissionId, index } of await everyPage<QueryView>(door, path, 'queries')) {
      const query = `${path}/${submissionId}/${index}`;
      if (this.options.insurersDecide) await this.ask(door, query);
      else await this.decide(door, query);
    }
    const { held } = await door.json<{ held: unknown[] }>('/api/inspection/v1/held');
    if (held.length > 0) await ok(door, '/api/inspection/v1/held/retry', { json: {} });
    await this.options.onStep('seal', '');
    await ok(door, '/api/routing/v1/sealings', { json: {} });
  }

  private async decide(door: Door, query: string): Promise<void> {
    const { releases, onStep } = this.options;
    await onStep('decide', query);
    const json = releases ? { decision: 'release' } : { decision: 'return', reason };
    await ok(door, `${query}/decision`, { json }, [404]);
  }

  /** 409: it was asked before, and the answer to that was lost. */
  private async ask(door: Door, query: string): Promise<void> {
    if (this.asked.has(query)) return;
    await this.options.onStep('ask', query);
    await ok(door, `${query}/question`, { json: {} }, [404, 409]);
    this.asked.add(query);
  }

  /** Sends every dead letter to its queue again; how many there were. */
  async replayDeadLetters(): Promise<number> {
    const door = await this.enter();
    let count = 0;
    for (const service of ['intake', 'inspection', 'routing', 'billing', 'audit', 'identity']) {
      const { bytes } = await ok(door, `/api/${service}/v1/dead-letters`);
      const { deadLetters } = JSON.parse(bytes.toString('utf8')) as { deadLetters: unknown[] };
      if (deadLetters.length === 0) continue;
      count += deadLetters.length;
      await ok(door, `/api/${service}/v1/dead-letters/replay`, { json: { ids: 'all' } });
    }
    return count;
  }

  leave(): void {
    this.door?.close();
  }

  private async enter(): Promise<Door> {
    this.door ??= await Door.open(this.premises, this.keyFile);
    return this.door;
  }
}

/** An insurer that answers what it is asked (確認依頼). */
export class Answerer {
  private door: Door | null = null;

  constructor(
    private readonly insurer: string,
    private readonly premises: Premises,
    private readonly options: { releases: boolean; onStep: OnStep },
  ) {}

  async visit(): Promise<void> {
    this.door ??= await Door.open(this.premises, this.premises.keyFileOf(this.insurer));
    const json = this.options.releases
      ? { answer: 'accept' }
      : { answer: 'return', returnReason: '09', reason };
    for (const { submissionId, index } of await everyPage<QueryView>(this.door, '/v1/queries', 'queries')) {
      const query = `/v1/queries/${submissionId}/${index}`;
      await this.options.onStep('answer', query);
      // 404, 409: it was heard before, and the answer to that was lost.
      await ok(this.door, `${query}/answer`, { json }, [404, 409]);
    }
  }

  leave(): void {
    this.door?.close();
  }
}
