import { parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** D006: 作成日が提出日より後です。 */
export const d006: RuleOf<'pair'> = {
  id: 'D006',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('作成日が提出日より後です', 'The file was made after the submission'),
  message: text(
    'ファイル作成日 {value} が提出日 {expected} より後です。',
    'The file was made on {value}, after the submission of {expected}.',
  ),
  remedy: text(
    'ファイル作成日と提出年月日を確認してください。',
    'Check the day of the file and the day of submission.',
  ),
  check(pair, _facts, report) {
    const { header, submissionDate } = pair;
    if (header === null || submissionDate === null) return;
    // Both dates say when the file was made: the first that is wrong.
    for (const made of [header.creationDate, header.authorDate]) {
      const day = parseCalendarDate(made?.value ?? '');
      if (made === null || day === null || day <= submissionDate) continue;
      return report(made.at, { value: day, expected: submissionDate });
    }
  },
};
