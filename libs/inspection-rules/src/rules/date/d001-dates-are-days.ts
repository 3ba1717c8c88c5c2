import { parseCalendarDate } from '@daiko/exchange-format';
import { datesOf } from './dates-of.js';
import { type RuleOf, text } from '../../rule.js';

const period = {
  name: text('期間で記録された健診実施年月日のlow', 'low of the day of the checkup, written as a period,'),
  wanted: text(
    '期間ではなく、effectiveTimeのvalue属性に1日をYYYYMMDDで',
    'no period but one day YYYYMMDD in the attribute value of effectiveTime',
  ),
};
const wanted = text('暦にある日付、YYYYMMDDの8桁', 'a day written YYYYMMDD');

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
    '{name}が「{value}」です（正: {wanted}）。',
    'The {name} is "{value}"; {wanted} was expected.',
  ),
  remedy: text('日付を確認してください。', 'Check the date.'),
  check(pair, _facts, report) {
    for (const { date, name } of datesOf(pair)) {
      // Other readers ask for the value of effectiveTime itself.
      if (date.at.name === 'low' && !pair.isGuidance) {
        report(date.at, { value: date.value, values: period });
      } else if (parseCalendarDate(date.value) === null)
        report(date.at, { value: date.value, values: { name, wanted } });
    }
  },
};
