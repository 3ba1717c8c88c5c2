import { parseCalendarDate } from '@daiko/exchange-format';
import { datesOf } from './dates-of.js';
import { type RuleOf, text } from '../../rule.js';

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
    '日付が「{value}」です（暦にあるYYYYMMDDの8桁）。',
    'A date is "{value}"; a day written YYYYMMDD was expected.',
  ),
  remedy: text('日付を確認してください。', 'Check the date.'),
  check(pair, _facts, report) {
    for (const date of datesOf(pair)) {
      if (parseCalendarDate(date.value) === null) report(date.at, { value: date.value });
    }
  },
};
