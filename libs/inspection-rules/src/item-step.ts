import type { CheckupItem } from '@daiko/exchange-format';
import type { FindingCollector, Step } from './engine.js';
import type { ItemFacts, PairFacts } from './facts.js';
import { notesOf, type Silence } from './item-notes.js';
import type { Severities } from './severities.js';

/**
 * Runs the rules on the items of a checkup. An item that is written like one of which no rule said anything is passed over:
 * whether they speak goes by the entry alone. Only silence is remembered, with the content, never a finding.
 */
export class ItemStep {
  private readonly silences = new Map<Severities, Readonly<Record<ItemFacts['period'], Silence>>>();

  constructor(private readonly step: Step<'item'>) {}

  run(items: readonly CheckupItem[], facts: PairFacts, collector: FindingCollector): void {
    const silence = this.silenceOf(collector.severities ?? this.step.severities, facts);
    for (const item of items) {
      const notes = notesOf(item);
      if (notes.isPassedBy(silence)) continue;
      const { eventCount } = collector;
      this.step.run(item, facts, collector);
      if (collector.eventCount === eventCount) notes.pass(silence);
    }
  }

  private silenceOf(severities: Severities, { period }: ItemFacts): Silence {
    let known = this.silences.get(severities);
    if (known === undefined) this.silences.set(severities, (known = { third: {}, fourth: {} }));
    return known[period];
  }
}
