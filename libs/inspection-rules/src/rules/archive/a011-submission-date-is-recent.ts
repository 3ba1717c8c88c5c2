import { daysBetween } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const DAYS_MAX = 31;

/** A011: 提出年月日が古い日付です。 */
export const a011: RuleOf<'archive'> = {
  id: 'A011',
  level: 1,
  severity: 'warning',
  returnReason: null,
  source: 'own design',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('提出年月日が古い日付です', 'The submission date is old'),
  message: text(
    '名前の提出年月日（{value}）が受付日（{expected}）より31日を超えて前です。',
    'The date in the name ({value}) is more than 31 days before receipt ({expected}).',
  ),
  remedy: text('提出年月日を確認してください。', 'Check the date in the name.'),
  check(archive, facts, report) {
    const { rootName } = archive;
    if (rootName !== null && daysBetween(rootName.date, facts.date) > DAYS_MAX) {
      report(null, { value: rootName.date, expected: facts.date });
    }
  },
};
