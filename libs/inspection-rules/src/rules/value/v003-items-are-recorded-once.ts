import type { Bilingual } from '@daiko/contracts';
import { type CheckupItem, codeTable, oids, type XmlElement } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';
import { isResult } from '../../item-notes.js';
import { testOf } from '../../item-numbers.js';
import { type RuleOf, text } from '../../rule.js';

/** V003: 同じ項目が重複しています。 */
export const v003: RuleOf<'checkup'> = {
  id: 'V003',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('同じ項目が重複しています', 'An item is recorded twice'),
  message: text(
    '{itemName}（{item}）が{how}記録されています{detail}。',
    '{itemName} ({item}) is recorded {how}{detail}.',
  ),
  remedy: text('項目の重複をなくしてください。', 'Record each item once.'),
  check(checkup, facts, report) {
    if (!facts.items.mayRepeat) return;
    const seen = new Map<string, CheckupItem>();
    const tests = new Map<string, CheckupItem>();
    const groups = new Map<XmlElement, [CheckupItem, CheckupItem][]>();
    for (const item of checkup.items) {
      if (item.codeSystem === oids.localItem) continue;
      const { code } = item;
      const first = seen.get(code);
      if (first !== undefined) {
        // X013 says of a whole section that it is there twice.
        if (first.sectionCode === item.sectionCode && sectionOf(first) !== sectionOf(item)) continue;
        // V010 says that one of the two says nothing.
        if (isEmpty(first) || isEmpty(item)) continue;
        const group = groupOf(item);
        groups.set(group, [...(groups.get(group) ?? []), [first, item]]);
        continue;
      }
      seen.set(code, item);
      if (!isResult(item) || facts.definitionOf(item) === undefined) continue;
      const test = testOf(code);
      const other = tests.get(test);
      if (other === undefined) tests.set(test, item);
      else {
        report(item.at, {
          item: code,
          value: shown(item, facts).ja,
          expected: shown(other, facts).ja,
          values: { how: byMethods, detail: byOtherMethod(item, other, facts) },
          severity: contradicts(item, other) ? 'query' : 'warning',
        });
      }
    }
    const told = groups.size > APART_MAX ? [[...groups.values()].flat()] : [...groups.values()];
    for (const repeated of told) {
      const [first, item] = repeated[0]!;
      const detail = again(item, first, repeated.length - 1, facts);
      report(item.at, { item: item.code, values: { how: repeatedly, detail } });
    }
  },
};

const repeatedly = text('2回以上', 'more than once');
const byMethods = text('異なる検査方法で', 'by different methods');

/** Items and groups that are there twice beyond these are said together: a converter wrote all of them so. */
const APART_MAX = 3;

function sectionOf({ at }: CheckupItem): XmlElement | null {
  let here = at.parent;
  while (here !== null && here.name !== 'section') here = here.parent;
  return here;
}

function isEmpty({ valueCount, negated }: CheckupItem): boolean {
  return valueCount === 0 && !negated;
}

/** What goes wrong with a group of tests is said once: its outermost element, of an item by itself the item's own. */
function groupOf({ group, at }: CheckupItem): XmlElement {
  return group ?? at;
}

/** Part of the larger number by which two methods may differ. */
const METHODS_DIFFER_BY = 0.2;

/** True where two methods cannot both be right; a reckoned LDL differs from the measured one as it may. */
function contradicts(one: CheckupItem, other: CheckupItem): boolean {
  if (itemCodes.ldlCalculated.some((code) => code === one.code || code === other.code)) return false;
  if (one.type === 'PQ') {
    if (one.number === null || other.number === null || one.unit !== other.unit) return false;
    return Math.abs(one.number - other.number) > METHODS_DIFFER_BY * Math.max(one.number, other.number);
  }
  if (one.type === 'CO') return Math.abs(Number(one.valueCode) - Number(other.valueCode)) > 1;
  return one.valueCode !== other.valueCode;
}

function byOtherMethod(item: CheckupItem, other: CheckupItem, facts: PairFacts): Bilingual {
  const [one, two] = [shown(item, facts), shown(other, facts)];
  return text(
    `（もう1つは ${other.code}。値は「${one.ja}」と「${two.ja}」）`,
    `, the other being ${other.code}: "${one.en}" and "${two.en}"`,
  );
}

function again(item: CheckupItem, first: CheckupItem, more: number, facts: PairFacts): Bilingual {
  const [one, two] = [shown(first, facts), shown(item, facts)];
  const [values, valuesEn] =
    one.ja === two.ja ? ['', ''] : [`（値は「${one.ja}」と「${two.ja}」）`, `: "${one.en}" and "${two.en}"`];
  return more === 0
    ? text(values, valuesEn)
    : text(`${values}。ほか${more}項目も重複しています`, `${valuesEn}; ${more} more items are, too`);
}

/** The result as people read it. */
function shown(item: CheckupItem, facts: PairFacts): Bilingual {
  if (item.negated) return text('未実施', 'not done');
  if (item.state !== 'VALUE') return text('値なし', 'no value');
  const label = codeTable(facts.definitionOf(item)?.codeSystem ?? '')?.labels.get(item.valueCode);
  if (item.valueCode === '') return text(item.value, item.value);
  const written = label === undefined ? item.valueCode : `${item.valueCode} ${label}`;
  return text(written, written);
}
