import { daysBetween, parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const farFrom = (day: string) =>
  text(`健診実施日 ${day} と31日を超えて離れています`, `more than 31 days from the checkup of ${day}`);
const afterSubmission = (day: string) => text(`提出日 ${day} より後です`, `after the submission of ${day}`);

/** D013: 項目の実施日が健診実施日と離れています。 */
export const d013: RuleOf<'checkup'> = {
  id: 'D013',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '協会けんぽ 神奈川 2025',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('項目の実施日が健診実施日と離れています', 'An item is of another day than the checkup'),
  message: text(
    '{itemName}（{item}）の実施日 {value} が{detail}。',
    '{itemName} ({item}) is of {value}, {detail}.',
  ),
  remedy: text('実施日を確認してください。', 'Check the dates.'),
  check(_checkup, { serviceDate, submissionDate, items }, report) {
    if (serviceDate === null) return;
    for (const item of items.dated) {
      const day = parseCalendarDate(item.date.slice(0, 8));
      if (day === null) continue;
      const isFar = Math.abs(daysBetween(serviceDate, day)) > 31;
      const isTooLate = submissionDate !== null && day > submissionDate && serviceDate <= submissionDate;
      if (!isFar && !isTooLate) continue;
      const at = item.at.child('effectiveTime') ?? item.at;
      const expected = isTooLate ? submissionDate : serviceDate;
      const detail = isTooLate ? afterSubmission(expected) : farFrom(expected);
      report(at, { item: item.code, value: day, expected, values: { detail } });
    }
  },
};
