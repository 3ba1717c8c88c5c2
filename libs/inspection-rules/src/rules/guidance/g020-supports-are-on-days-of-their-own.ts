import type { Bilingual, Severity } from '@daiko/contracts';
import type { CalendarDate, GuidanceAct } from '@daiko/exchange-format';
import { dateOf, itemIn } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { soundEvaluationDate, soundFirstDate } from './sound-days.js';
import { type RuleOf, text } from '../../rule.js';

const parts = {
  support: text('継続的支援の実施日', 'The day of a support'),
  interim: text('中間評価の実施日', 'The day of the interim evaluation'),
  end: text('継続的支援の終了日', 'The end of the supports'),
};

const sameDay = text(
  '同じ日に個別・グループの支援がほかにもある',
  'another interview of a support is on the same day',
);

interface Days {
  readonly first: CalendarDate | null;
  readonly evaluation: CalendarDate | null;
  readonly today: CalendarDate;
}

function outOfOrder(date: CalendarDate, { first, evaluation, today }: Days): Bilingual | null {
  if (date > today) return text('未来の日付', 'it is in the future');
  if (first !== null && date < first) {
    return text('初回面接より前', 'it is before the first interview');
  }
  if (evaluation !== null && date > evaluation) {
    return text('実績評価より後', 'it is after the evaluation');
  }
  return null;
}

function faultOf(act: GuidanceAct, days: Days, seen: Set<string>): Bilingual | null {
  const date = dateOf(act);
  // What is written and no day of the calendar is D001's.
  if (date === null) return act.date === null ? text('記録がない', 'it was left out') : null;
  const fault = outOfOrder(date, days);
  if (fault !== null) return fault;
  const minutes = itemIn(act, guidanceItemCodes.supportMinutes)?.value ?? '';
  const key = `${date} ${act.form?.value ?? ''} ${minutes}`;
  if (seen.has(key))
    return text('同じ日・形態・時間の支援がある', 'another support has the same day, form and time');
  seen.add(key);
  return null;
}

/** G020: 継続的支援の日付が合わない・重複しています。 */
export const g020: RuleOf<'guidance'> = {
  id: 'G020',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('継続的支援の日付が合わない・重複しています', 'Days of supports do not fit or repeat'),
  message: text('{part}が「{value}」です（{detail}）。', '{part} is "{value}": {detail}.'),
  remedy: text('支援日の重複を確認してください。', 'Check the days of the supports.'),
  check(_guidance, facts, report) {
    const { guidanceFacts: course, date: today } = facts;
    if (course === null) return;
    const days = { first: soundFirstDate(facts), evaluation: soundEvaluationDate(facts), today };
    const seen = new Set<string>();
    const say = (act: GuidanceAct, part: Bilingual, detail: Bilingual | null, severity?: Severity) => {
      if (detail === null) return;
      report(act.date?.at ?? act.at, { value: act.date?.value ?? '', values: { part, detail }, severity });
    };
    const interviewed = new Set<string>();
    for (const act of course.supports) {
      const fault = faultOf(act, days, seen);
      say(act, parts.support, fault);
      // 個別・グループ, which take a person to come or sit down: once a day.
      if (!/^[1-4]$/.test(act.form?.value ?? '') || act.date === null) continue;
      if (fault === null && interviewed.has(act.date.value)) say(act, parts.support, sameDay, 'warning');
      interviewed.add(act.date.value);
    }
    for (const act of course.interims) {
      const date = dateOf(act);
      if (date !== null) say(act, parts.interim, outOfOrder(date, days));
    }
    const { doneTotals } = course;
    const end = dateOf(doneTotals);
    if (doneTotals === null || end === null) return;
    const isBeforeSupport = course.supports.some((act) => (dateOf(act) ?? end) > end);
    const early = isBeforeSupport ? text('最後の支援より前', 'it is before the last support') : null;
    say(doneTotals, parts.end, outOfOrder(end, days) ?? early, 'warning');
  },
};
