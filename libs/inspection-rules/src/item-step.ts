import type { CheckupItem } from '@daiko/exchange-format';
import type { FindingCollector, Step } from './engine.js';
import type { PairFacts } from './facts.js';
import type { ItemFacts } from './frame.js';
import { foldMistakes } from './mistakes-of-software.js';
import { notesOf, type Silence } from './item-notes.js';
import type { Severities } from './severities.js';

/** Types of value whose rules are chosen once; documents write what they like. */
const TYPES_MAX = 16;

/**
 * Runs the rules on the items of a checkup. An item that is written like one of which no rule said anything is passed over:
 * whether they speak goes by the entry alone. Only silence is remembered, with the content, never a finding.
 */
export class ItemStep {
  private readonly byType = new Map<string, Step<'item'>>();
  private readonly silences = new Map<Severities, Readonly<Record<ItemFacts['period'], Silence>>>();

  constructor(private readonly step: Step<'item'>) {}

  run(items: readonly CheckupItem[], facts: PairFacts, collector: FindingCollector): void {
    const silence = this.silenceOf(collector.severities ?? this.step.severities, facts);
    const { length } = collector.findings;
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!;
      const notes = notesOf(item);
      if (notes.isPassedBy(silence)) continue;
      const { eventCount } = collector;
      this.stepOf(item.type).run(item, facts, collector);
      if (collector.eventCount === eventCount) notes.pass(silence);
    }
    foldMistakes(collector, length, this.step.ofWriting);
  }

  private stepOf(type: string): Step<'item'> {
    const known = this.byType.get(type);
    if (known !== undefined) return known;
    // All rules are right for every type.
    if (this.byType.size === TYPES_MAX) return this.step;
    const step = this.step.ofType(type);
    this.byType.set(type, step);
    return step;
  }

  private silenceOf(severities: Severities, { period }: ItemFacts): Silence {
    let known = this.silences.get(severities);
    if (known === undefined) this.silences.set(severities, (known = { third: {}, fourth: {} }));
    return known[period];
  }
}
