import { oids } from '@daiko/exchange-format';
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
  message: text('項目「{item}」が2回以上記録されています。', 'The item "{item}" is recorded more than once.'),
  remedy: text('項目の重複をなくしてください。', 'Record each item once.'),
  check(checkup, _facts, report) {
    const seen = new Set<string>();
    for (const item of checkup.items) {
      if (item.codeSystem === oids.localItem) continue;
      if (seen.has(item.code)) report(item.at, { item: item.code });
      seen.add(item.code);
    }
  },
};
