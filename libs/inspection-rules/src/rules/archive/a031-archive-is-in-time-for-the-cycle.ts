import { type RuleOf, text } from '../../rule.js';

/** A031: 締日を過ぎています。 For agencies whose settings name a day (締日). */
export const a031: RuleOf<'archive'> = {
  id: 'A031',
  level: 1,
  severity: 'info',
  returnReason: null,
  source: '大阪・青森・鳥取 国保連',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('締日を過ぎています', 'The archive comes after the cut-off'),
  message: text(
    '締日（毎月{expected}日）を過ぎた{value}日に受け付けました。翌月分として処理します。',
    'The archive came on day {value}, after the cut-off on day {expected} of the month: it belongs to the next cycle.',
  ),
  remedy: text(
    '翌月分として処理します。対応は不要です。',
    'It is handled in the next cycle; nothing needs to be done.',
  ),
  check(_archive, facts, report) {
    const { cutOffDay } = facts.settings;
    const day = Number(facts.date.slice(6));
    if (cutOffDay !== null && day > cutOffDay) report(null, { value: day, expected: cutOffDay });
  },
};
