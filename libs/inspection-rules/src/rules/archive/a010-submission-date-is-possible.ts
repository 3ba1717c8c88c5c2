import { addDays } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** A010: 提出年月日が正しくありません。 */
export const a010: RuleOf<'archive'> = {
  id: 'A010',
  level: 1,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('提出年月日が正しくありません', 'The submission date is not possible'),
  message: text(
    '名前の提出年月日「{value}」が暦にない日付か、受付日（{expected}）の翌日より後です。',
    'The date "{value}" in the name is no day of the calendar, or later than the day after receipt ({expected}).',
  ),
  remedy: text('提出年月日を確認してください。', 'Check the date in the name.'),
  check(archive, facts, report) {
    const { rootName } = archive;
    if (archive.rootNameReason === 'date')
      report(null, {
        value: /_(\d{8})\d_/.exec(archive.namedBy)?.[1] ?? archive.namedBy,
        expected: facts.date,
      });
    else if (rootName !== null && rootName.date > addDays(facts.date, 1)) {
      report(null, { value: rootName.date, expected: facts.date });
    }
  },
};
