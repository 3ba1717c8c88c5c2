import { describe, expect, it } from '@jest/globals';
import {
  type CheckupItem,
  itemByCode,
  itemTableOn,
  oids,
  parseXml,
  readCheckupReport,
} from '@daiko/exchange-format';
import { both, type Edit, entry, inResult, quantity, validRecord } from '../test/judge-record.js';
import { invented } from '../test/build-archive.js';
import { catalogue } from './catalogue.js';
import { Engine, FindingCollector } from './engine.js';
import type { PairFacts } from './facts.js';
import type { ItemFacts } from './frame.js';
import { itemNamed } from './item-names.js';
import { ItemStep } from './item-step.js';
import { type Rule, type RuleOf, text } from './rule.js';
import { defaultSettings } from './settings.js';

const settings = defaultSettings(invented.agency);
const weight = '9N006000000000001';
const known: ItemFacts = {
  settings,
  period: 'fourth',
  definitionOf: ({ code, codeSystem }) =>
    codeSystem === oids.checkupItem ? itemByCode(code, invented.date) : undefined,
  itemNamed: (name) => itemNamed(itemTableOn(invented.date), name),
};
/** All that a rule may go by when it says nothing. */
const facts = known as PairFacts;

function itemsOf(edit: Edit = (pair) => pair): readonly CheckupItem[] {
  const parsed = parseXml(Buffer.from(edit(validRecord('detailed')).result), settings.xmlLimits);
  if (!parsed.ok) throw new Error('the record is not well-formed');
  return readCheckupReport(parsed.root).items;
}

/** A rule of which every call is counted; it finds fault with kilograms above 100. */
function countingRule(asked: CheckupItem[]): RuleOf<'item'> {
  const { title } = catalogue[0]!;
  return {
    ...{ id: 'V999', level: 6, severity: 'return', returnReason: '03', source: 'test', subject: 'item' },
    ...{ appliesTo: ['hc'], title, message: title, remedy: text('', '') },
    check(item, _facts, report) {
      asked.push(item);
      if (item.unit === 'kg' && (item.number ?? 0) > 100) report(item.at);
    },
  };
}

function stepOf(rule: Rule): ItemStep {
  return new ItemStep(new Engine([rule], settings).step('item', 6, ['hc']));
}

describe('the rules on items', () => {
  const rules = catalogue.filter((rule): rule is RuleOf<'item'> => rule.subject === 'item');

  it('are silent by the entry alone: none asks for the section or a fact of the record before it reports', () => {
    const wrong = inResult(/unit="mm\[Hg\]"/g, 'unit="x" nullFlavor="UNK"');
    const items = [...itemsOf(), ...itemsOf(both(wrong, entry(weight, quantity(weight, '0', 'KG'))))];
    const refused: string[] = [];
    for (const item of items) {
      for (const rule of rules) {
        const asked = new Set<PropertyKey>();
        const watched = <T extends object>(of: T, isRefused: (name: PropertyKey) => boolean): T =>
          new Proxy(of, {
            get(target, name) {
              if (isRefused(name)) asked.add(name);
              return Reflect.get(target, name, target) as unknown;
            },
          });
        let isSilent = true;
        rule.check(
          watched(item, (name) => name === 'sectionCode'),
          watched(facts, (name) => !(name in known)),
          () => void (isSilent = false),
        );
        if (isSilent) refused.push(...[...asked].map((name) => `${rule.id} ${String(name)}`));
      }
    }
    expect(rules.length).toBeGreaterThan(20);
    expect(refused).toEqual([]);
  });
});

describe('the rules on items of some types', () => {
  it('say nothing of values of other types', () => {
    const wrong = inResult(/unit="mm\[Hg\]"/g, 'unit="x" nullFlavor="UNK"');
    const otherwise = inResult(/xsi:type="(\w+)"/g, 'xsi:type="TS"');
    const all = [[], [wrong], [otherwise]].flatMap((edits) => [...itemsOf(both(...edits))]);
    const said: string[] = [];
    for (const rule of catalogue) {
      if (rule.subject !== 'item' || rule.types === undefined) continue;
      for (const item of all.filter(({ type }) => !rule.types!.includes(type))) {
        rule.check(item, facts, () => said.push(rule.id));
      }
    }
    expect(said).toEqual([]);
  });
});

describe('items that are written alike', () => {
  it('are judged once where no rule said anything', () => {
    const asked: CheckupItem[] = [];
    const step = stepOf(countingRule(asked));
    // The reader knows an entry by its text from the second time on at the latest.
    const [, items, again] = [itemsOf(), itemsOf(), itemsOf()];
    for (const record of [items, again]) step.run(record!, facts, new FindingCollector(new Map()));
    expect(asked).toHaveLength(items!.length);
  });

  it('are judged each time where a rule found something', () => {
    const asked: CheckupItem[] = [];
    const step = stepOf(countingRule(asked));
    const found = [1, 2, 3].map(() => {
      const collector = new FindingCollector(new Map());
      step.run(itemsOf(entry(weight, quantity(weight, '182.5', 'kg'))), facts, collector);
      return collector.findings.length;
    });
    expect(found).toEqual([1, 1, 1]);
  });

  it('are judged each time where a rule failed', () => {
    const rule = { ...countingRule([]), check: () => void JSON.parse('') };
    const step = stepOf(rule);
    const failed = [1, 2].map(() => {
      const collector = new FindingCollector(new Map());
      step.run(itemsOf().slice(0, 1), facts, collector);
      return collector.faults;
    });
    expect(failed).toEqual([['V999'], ['V999']]);
  });

  it('are judged anew for another period and for other severities', () => {
    const asked: CheckupItem[] = [];
    const step = stepOf(countingRule(asked));
    const items = itemsOf();
    step.run(items, facts, new FindingCollector(new Map()));
    step.run(items, { ...known, period: 'third' } as PairFacts, new FindingCollector(new Map()));
    step.run(items, facts, new FindingCollector(new Map(), null, { V001: 'off' }));
    expect(asked).toHaveLength(3 * items.length);
  });
});
