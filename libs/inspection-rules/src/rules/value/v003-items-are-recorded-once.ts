import { oids } from '@daiko/exchange-format';
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
    '{itemName}（{item}）が2回以上記録されています{detail}。',
    '{itemName} ({item}) is recorded more than once{detail}.',
  ),
  remedy: text('項目の重複をなくしてください。', 'Record each item once.'),
  check(checkup, facts, report) {
    if (!facts.items.mayRepeat) return;
    const seen = new Set<string>();
    const methods = new Map<string, string>();
    for (const item of checkup.items) {
      if (item.codeSystem === oids.localItem) continue;
      const { code } = item;
      if (seen.has(code)) report(item.at, { item: code, values: { detail: asSuch } });
      else if (item.type === 'PQ' && item.state === 'VALUE' && facts.definitionOf(item) !== undefined) {
        const test = testOf(code);
        const other = methods.get(test);
        if (other !== undefined) {
          const detail = text(`（検査方法の異なる ${other} もあります）`, `, by another method as ${other}`);
          report(item.at, { item: code, values: { detail }, severity: 'warning' });
        }
        methods.set(test, code);
      }
      seen.add(code);
    }
  },
};

const asSuch = text('', '');
