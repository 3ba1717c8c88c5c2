import type { Bilingual } from '@daiko/contracts';
import type { GuidanceAct } from '@daiko/exchange-format';
import { dateOf, type GuidanceFacts, itemIn } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

function faultOf(act: GuidanceAct, course: GuidanceFacts, seen: Set<string>): Bilingual | null {
  const date = dateOf(act);
  if (date === null) return text('日付ではない', 'it is no date');
  if (course.firstDate !== null && date < course.firstDate) {
    return text('初回面接より前', 'it is before the first interview');
  }
  if (course.evaluationDate !== null && date > course.evaluationDate) {
    return text('実績評価より後', 'it is after the evaluation');
  }
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
  message: text(
    '継続的支援の実施日が「{value}」です（{detail}）。',
    'The day of a support is "{value}": {detail}.',
  ),
  remedy: text('支援日の重複を確認してください。', 'Check the days of the supports.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    const seen = new Set<string>();
    for (const act of course.supports) {
      const detail = faultOf(act, course, seen);
      if (detail !== null)
        report(act.date?.at ?? act.at, { value: act.date?.value ?? '', values: { detail } });
    }
  },
};
