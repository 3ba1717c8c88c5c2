import type { CheckupItem, CheckupItemContent } from '@daiko/exchange-format';
import type { FindingCollector, Step } from './engine.js';
import type { ItemFacts, PairFacts } from './facts.js';
import type { Severities } from './severities.js';

/** Contents remembered at most, of all severities together; the reader keeps no more texts than that. */
const REMEMBERED_MAX = 8192;

/**
 * Runs the rules on the items of a checkup. An item that is written like one of which no rule said anything is passed over:
 * whether they speak goes by the entry alone. Only silence is remembered, never a finding.
 */
export class ItemStep {
  private readonly silent = new Map<Severities, Record<ItemFacts['period'], Set<CheckupItemContent>>>();
  private size = 0;

  constructor(private readonly step: Step<'item'>) {}

  run(items: readonly CheckupItem[], facts: PairFacts, collector: FindingCollector): void {
    const silent = this.silentOnes(collector.severities ?? this.step.severities, facts);
    for (const item of items) {
      if (silent.has(item.content)) continue;
      const { eventCount } = collector;
      this.step.run(item, facts, collector);
      if (collector.eventCount > eventCount) continue;
      silent.add(item.content);
      this.size++;
    }
  }

  private silentOnes(severities: Severities, { period }: ItemFacts): Set<CheckupItemContent> {
    if (this.size > REMEMBERED_MAX) {
      this.silent.clear();
      this.size = 0;
    }
    let known = this.silent.get(severities);
    if (known === undefined) this.silent.set(severities, (known = { third: new Set(), fourth: new Set() }));
    return known[period];
  }
}
