import { actsOf } from '../../guidance-facts.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { type RuleOf, text } from '../../rule.js';

/** G056: 保健指導の同じ項目が重複しています。 */
export const g056: RuleOf<'guidance'> = {
  id: 'G056',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定保健指導情報ファイル仕様説明書 V4; 付属資料3',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導の同じ項目が重複しています', 'An item of guidance is recorded twice in one act'),
  message: text(
    '{name}が同じ実施記録（act）に{value}回記録されています。',
    '{name} is recorded {value} times in one act.',
  ),
  remedy: text('項目の重複をなくしてください。', 'Record each item once in an act.'),
  check(guidance, _facts, report) {
    for (const { items } of actsOf(guidance)) {
      for (const [code, [, second, ...more]] of Map.groupBy(items, (item) => item.code)) {
        if (second === undefined || code === '') continue;
        report(second.at, { item: code, value: more.length + 2, values: { name: guidanceItemName(code) } });
      }
    }
  },
};
