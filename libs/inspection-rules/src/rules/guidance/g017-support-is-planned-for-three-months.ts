import { placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const WEEKS_MIN = 12;

/** G017: 継続的支援の予定期間が12週より短いです。 */
export const g017: RuleOf<'guidance'> = {
  id: 'G017',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: 'general knowledge of the field',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('継続的支援の予定期間が12週より短いです', 'The support is planned for less than 12 weeks'),
  message: text(
    '継続的支援予定期間が「{value}」週です（{expected}週以上）。',
    'The support is planned for "{value}" weeks; {expected} are the least.',
  ),
  remedy: text('支援期間は3か月以上にしてください。', 'Plan the support for three months or more.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null || !course.isActive) return;
    const item = course.valueOf(guidanceItemCodes.supportWeeks);
    if (item === null || item.number === null || item.number >= WEEKS_MIN) return;
    report(placeOf(item), { item: item.code, value: item.value, expected: WEEKS_MIN });
  },
};
