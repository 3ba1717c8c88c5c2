import { parseCalendarDate } from '@daiko/exchange-format';
import { datesOf } from './dates-of.js';
import { type RuleOf, text } from '../../rule.js';

const period = text(
  '期間（low）で記録された健診実施年月日',
  'day of the checkup, written as a period (low),',
);

/** D001: 日付が正しくありません。 */
export const d001: RuleOf<'pair'> = {
  id: 'D001',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('日付が正しくありません', 'A date is no day of the calendar'),
  message: text(
    '{name}が「{value}」です（正: 暦にある日付、YYYYMMDDの8桁）。',
    'The {name} is "{value}"; a day written YYYYMMDD was expected.',
  ),
  remedy: text('日付を確認してください。', 'Check the date.'),
  check(pair, _facts, report) {
    for (const { date, name } of datesOf(pair)) {
      // Other readers ask for the value of effectiveTime itself.
      if (date.at.name === 'low' && !pair.isGuidance) {
        report(date.at, { value: date.value, values: { name: period } });
      } else if (parseCalendarDate(date.value) === null)
        report(date.at, { value: date.value, values: { name } });
    }
  },
};
