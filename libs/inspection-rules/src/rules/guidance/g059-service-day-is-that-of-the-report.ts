import type { CalendarDate } from '@daiko/exchange-format';
import { dateOf, type GuidanceFacts } from '../../guidance-facts.js';
import { type RuleOf, text } from '../../rule.js';

const days = {
  interview: text('初回面接の日', 'the first interview'),
  second: text('初回面接②の日', 'the second half of the interview'),
  first: text('初回面接①の日', 'the first half of the interview'),
  evaluation: text('実績評価の日', 'the evaluation'),
};

/** The day that a report code is of, as the acts have it. */
function dayOf(course: GuidanceFacts): { date: CalendarDate | null; of: (typeof days)['first'] } | null {
  const { reportCode, isSplit, firstDate, secondDate, evaluationDate } = course;
  if (reportCode === '22') return { date: evaluationDate, of: days.evaluation };
  if (reportCode === '25') return { date: firstDate, of: days.first };
  if (reportCode !== '21') return null;
  return isSplit ? { date: secondDate, of: days.second } : { date: firstDate, of: days.interview };
}

/** G059: 保健指導の実施日（documentationOf）が記録と合いません。 */
export const g059: RuleOf<'guidance'> = {
  id: 'G059',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text(
    '実施日（documentationOf）が実施記録と合いません',
    'The day of the service is not that of what was done',
  ),
  message: text('実施日（documentationOf）が{detail}。', 'The day of the service {detail}.'),
  remedy: text(
    '実施日には、開始時は初回面接、実績評価時は評価、途中終了は終了の日を記録してください。',
    'Write the day of the first interview, of the evaluation or of the end, as the report code says.',
  ),
  check(guidance, { guidanceFacts: course, serviceDate }, report) {
    const event = guidance.header.serviceEvent;
    if (course === null || event === null) return;
    const value = event.date?.value ?? '';
    if (value === '') {
      const detail = text('記録されていません', 'is not recorded');
      return report(event.date?.at ?? event.at, { value, values: { detail }, severity: 'return' });
    }
    if (serviceDate === null) return;
    const wanted = dayOf(course);
    if (wanted !== null && wanted.date !== null && wanted.date !== serviceDate) {
      const detail = text(
        `「${value}」です（${wanted.of.ja} ${wanted.date}）`,
        `is "${value}"; ${wanted.of.en} was on ${wanted.date}`,
      );
      report(event.date?.at ?? event.at, { value, expected: wanted.date, values: { detail } });
    }
    const last = course.supports.reduce((latest, act) => {
      const date = dateOf(act);
      return date !== null && date > latest ? date : latest;
    }, '');
    if (course.reportCode !== '23' || last <= serviceDate) return;
    const detail = text(
      `「${value}」で、最後の継続的支援 ${last} より前です`,
      `is "${value}", before the last support of ${last}`,
    );
    report(event.date?.at ?? event.at, { value, expected: last, values: { detail } });
  },
};
