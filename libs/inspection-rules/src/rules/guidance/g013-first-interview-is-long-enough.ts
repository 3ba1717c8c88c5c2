import { type GuidanceFacts, itemIn, placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { supportFormOf } from './point-table.js';
import { isMiscoded } from './miscoded-items.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** G013: 初回面接の時間が短い・ありません。 */
export const g013: RuleOf<'guidance'> = {
  id: 'G013',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な契約書 (未確認)',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('初回面接の時間が短い・ありません', 'The first interview was too short'),
  message: text(
    '初回面接の時間が{minutes}（{expected}分以上）。',
    'The first interview took {minutes}; {expected} minutes are the least.',
  ),
  remedy: text('面接時間を確認してください。', 'Check the minutes of the interview.'),
  check(guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    if (course.isSplit && course.interview === null) return reportUnfinished(course, report);
    const acts = [course.splitInterview, course.interview].filter((act) => act !== null);
    const least = supportFormOf(acts[0]?.form?.value)?.interviewMinutesMin ?? null;
    if (least === null) return;
    let minutes = 0;
    for (const act of acts) {
      const item = itemIn(act, guidanceItemCodes.interviewMinutes);
      if (item === null) {
        if (
          course.reportCode !== '21' ||
          isMiscoded(guidanceItemCodes.interviewMinutes, act.sectionCode, guidance)
        )
          return;
        const values = { minutes: text('記録されていません', 'a time that is not recorded') };
        return report(act.at, {
          item: guidanceItemCodes.interviewMinutes,
          value: '',
          expected: least,
          values,
          returnReason: '02',
        });
      }
      minutes += item.number ?? 0;
    }
    const first = itemIn(acts[0]!, guidanceItemCodes.interviewMinutes)!;
    // Minutes in another unit are G057's.
    if (minutes >= least || first.unit !== 'min') return;
    const values = { minutes: text(`「${minutes}」分です`, `"${minutes}" minutes`) };
    report(placeOf(first), { item: first.code, value: minutes, expected: least, values });
  },
};

/** An interview that was only begun took some minutes. */
function reportUnfinished({ splitInterview: act }: GuidanceFacts, report: Report): void {
  const item = act === null ? null : itemIn(act, guidanceItemCodes.interviewMinutes);
  if (act === null || (item !== null && item.number !== 0)) return;
  const minutes =
    item === null
      ? text('記録されていません', 'a time that is not recorded')
      : text('「0」分です', '"0" minutes');
  const details = { value: item?.value ?? '', expected: 1, values: { minutes } };
  report(item === null ? act.at : placeOf(item), { item: guidanceItemCodes.interviewMinutes, ...details });
}
