import { parseCalendarDate } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** D005: 作成日が実施日より前です。 */
export const d005: RuleOf<'pair'> = {
  id: 'D005',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('作成日が実施日より前です', 'The file was made before the service'),
  message: text(
    'ファイル作成日 {value} が実施日 {expected} より前です。',
    'The file was made on {value}, before the service of {expected}.',
  ),
  remedy: text(
    'ファイル作成日と実施日を確認してください。',
    'Check the day of the file and the day of the service.',
  ),
  check(pair, _facts, report) {
    const { date, serviceDate, submissionDate, header } = pair;
    if (header === null || serviceDate === null) return;
    // A service in the future is D002's and G010's.
    if (serviceDate > date || (submissionDate !== null && serviceDate > submissionDate)) return;
    // Both dates say when the file was made: the first that is wrong.
    for (const made of [header.creationDate, header.authorDate]) {
      const day = parseCalendarDate(made?.value ?? '');
      if (made === null || day === null || day >= serviceDate) continue;
      return report(made.at, { value: day, expected: serviceDate });
    }
  },
};
