import { itemIn, placeOf, possibleNumber } from '../../guidance-facts.js';
import { pointItemsOf, supportFormOf } from './point-table.js';
import { type RuleOf, text } from '../../rule.js';

/** G021: 支援時間が最低時間より短いです。 */
export const g021: RuleOf<'guidance'> = {
  id: 'G021',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '手引き第4版 (未確認)',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('支援時間が最低時間より短いです', 'A support was shorter than the least time'),
  message: text(
    '支援形態「{form}」の時間が{minutes}（{expected}分以上）。',
    'A support of form {form} took {minutes}; {expected} minutes are the least.',
  ),
  remedy: text(
    '支援時間が短いためポイントになりません。確認してください。',
    'Check the minutes; a shorter support earns no points.',
  ),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    for (const act of [...course.supports, ...course.interims]) {
      const least = supportFormOf(act.form?.value)?.minutesMin ?? null;
      const codes = pointItemsOf(act);
      if (least === null || itemIn(act, codes.points)?.number === 0) continue;
      const item = itemIn(act, codes.minutes);
      const taken = possibleNumber(item?.number ?? null);
      if (item !== null && (taken === null || taken >= least)) continue;
      const minutes =
        item === null
          ? text('記録されていません', 'a time that is not recorded')
          : text(`「${item.value}」分です`, `"${item.value}" minutes`);
      const values = { form: act.form!.value, minutes };
      const details = { value: item?.value ?? '', expected: least, values };
      report(item === null ? act.at : placeOf(item), { item: codes.minutes, ...details });
    }
  },
};
