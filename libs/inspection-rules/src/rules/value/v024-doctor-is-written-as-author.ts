import { definitionOf } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** V024: 氏名が検査項目として記録されています。 */
export const v024: RuleOf<'item'> = {
  id: 'V024',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('氏名が検査項目として記録されています', 'A name is recorded as an item of its own'),
  message: text(
    '{itemName}（{item}）が独立の項目で記録されています。',
    '{itemName} ({item}) stands as an observation of its own.',
  ),
  remedy: text(
    '医師氏名はauthor要素に記録してください。',
    'Write the name of the doctor into the author of the finding.',
  ),
  check(item, facts, report) {
    const definition = definitionOf(item, facts);
    if (definition?.written === 'author') {
      report(item.at, { item: item.code, values: { name: definition.name } });
    }
  },
};
