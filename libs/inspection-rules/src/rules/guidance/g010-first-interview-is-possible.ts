import { type RuleOf, text } from '../../rule.js';

/** G010: 初回面接日が健診実施日より前か未来です。 */
export const g010: RuleOf<'guidance'> = {
  id: 'G010',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text(
    '初回面接日が健診実施日より前か未来です',
    'The first interview is before the checkup or in the future',
  ),
  message: text(
    '初回面接日 {value} が{detail}（{expected}）。',
    'The first interview of {value} is {detail} ({expected}).',
  ),
  remedy: text('初回面接日を確認してください。', 'Check the days of interview and checkup.'),
  check(_guidance, { guidanceFacts: course, checkupDate, date }, report) {
    if (course === null) return;
    const { firstDate, secondDate, splitInterview, interview } = course;
    const first = splitInterview ?? interview;
    if (firstDate !== null && checkupDate !== null && firstDate < checkupDate) {
      const values = { detail: text('健診実施日より前です', 'before the checkup') };
      report(first?.date?.at ?? null, { value: firstDate, expected: checkupDate, values });
    }
    for (const [day, act] of [[firstDate, first] as const, [secondDate, interview] as const]) {
      if (day === null || day <= date) continue;
      const values = { detail: text('未来の日付です', 'in the future') };
      report(act?.date?.at ?? null, { value: day, expected: date, values });
    }
  },
};
