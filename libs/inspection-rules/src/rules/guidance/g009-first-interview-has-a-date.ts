import { type RuleOf, text } from '../../rule.js';

/** G009: 初回面接日がありません。 */
export const g009: RuleOf<'guidance'> = {
  id: 'G009',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('初回面接日がありません', 'The first interview has no date'),
  message: text(
    '初回面接の実施日付が「{value}」です（YYYYMMDD の暦日）。',
    'The date of the first interview is "{value}"; a day YYYYMMDD was expected.',
  ),
  remedy: text('初回面接日を記録してください。', 'Write the day of the first interview.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    const act = course.splitInterview ?? course.interview;
    if (act === null || course.firstDate !== null) return;
    // What is written and no day of the calendar is D001's.
    if ((act.date?.value ?? '') !== '') return;
    const isFirstClaim = /^2[15]$/.test(course.reportCode);
    if (act.date === null && !isFirstClaim) return;
    report(act.date?.at ?? act.at, { value: act.date?.value ?? '' });
  },
};
