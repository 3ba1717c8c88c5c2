import { daysBetween, parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

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
    '{itemName}（{item}）の実施日 {value} が健診実施日 {expected} と31日を超えて離れています。',
    '{itemName} ({item}) is of {value}, more than 31 days from the checkup of {expected}.',
  ),
  remedy: text('実施日を確認してください。', 'Check the dates.'),
  check(_checkup, { serviceDate, items }, report) {
    if (serviceDate === null) return;
    for (const item of items.dated) {
      const day = parseCalendarDate(item.date.slice(0, 8));
      if (day === null || Math.abs(daysBetween(serviceDate, day)) <= 31) continue;
      const at = item.at.child('effectiveTime') ?? item.at;
      report(at, { item: item.code, value: day, expected: serviceDate });
    }
  },
};
