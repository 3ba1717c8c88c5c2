import { type CheckupItem, oids, type XmlElement } from '@daiko/exchange-format';
import { testOf } from '../../item-numbers.js';
import { type Report, type RuleOf, text } from '../../rule.js';

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
    '{itemName}（{item}）が2回以上記録されています{detail}。',
    '{itemName} ({item}) is recorded more than once{detail}.',
  ),
  remedy: text('項目の重複をなくしてください。', 'Record each item once.'),
  check(checkup, facts, report) {
    if (!facts.items.mayRepeat) return;
    const seen = new Set<string>();
    // A group that stands twice is said once.
    const toldGroups = new Set<XmlElement>();
    const methods = new Map<string, CheckupItem>();
    for (const item of checkup.items) {
      if (item.codeSystem === oids.localItem) continue;
      const { code } = item;
      if (seen.has(code)) {
        if (item.group !== null && toldGroups.has(item.group)) continue;
        if (item.group !== null) toldGroups.add(item.group);
        report(item.at, { item: code, values: { detail: asSuch } });
      } else if (item.type !== 'ST' && item.state === 'VALUE' && facts.definitionOf(item) !== undefined) {
        const test = testOf(code);
        const other = methods.get(test);
        if (other !== undefined) reportMethods(item, other, report);
        methods.set(test, item);
      }
      seen.add(code);
    }
  },
};

const asSuch = text('', '');

function reportMethods(item: CheckupItem, other: CheckupItem, report: Report): void {
  const [value, otherValue] = [item, other].map((one) => one.value || one.valueCode);
  const detail = text(
    `（ここでは「${value}」、検査方法の異なる ${other.code} では「${otherValue}」）`,
    `: "${value}" here, "${otherValue}" by another method as ${other.code}`,
  );
  report(item.at, { item: item.code, value, values: { detail }, severity: 'warning' });
}
