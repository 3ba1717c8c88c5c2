import { isOldGuidanceWish } from './item-of-special-rule.js';
import { type RuleOf, text } from '../../rule.js';

/** C007: 第3期の項目（保健指導の希望）があります。 */
export const c007: RuleOf<'item'> = {
  id: 'C007',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('第3期の項目（保健指導の希望）があります', 'An item of the third period is recorded'),
  message: text(
    '第3期の項目「保健指導の希望」（{item}）が記録されています（第4期は {expected} 特定保健指導の受診歴）。',
    'The wish for guidance ({item}) is of the third period; the fourth has {expected} (guidance received before).',
  ),
  remedy: text(
    '項目コードが第4期ではありません。特定保健指導の受診歴を記録してください。',
    'Record whether guidance was received before, under the item of the fourth period.',
  ),
  check(item, _facts, report) {
    if (isOldGuidanceWish(item)) report(item.at, { item: item.code, expected: '9N808000000000011' });
  },
};
