import { fiscalYear } from '@daiko/exchange-format';
import { itemCodes } from '../../item-codes.js';
import { isWithinHistory } from '../history/earlier-records.js';
import { resultPlace } from '../../memory-places.js';
import { type RuleOf, text } from '../../rule.js';

/** E009: 眼底検査の前年の血糖が確認できません。 */
export const e009: RuleOf<'memory'> = {
  id: 'E009',
  level: 8,
  severity: 'info',
  returnReason: null,
  source: '詳細な健診の実施基準 (経過措置)',
  subject: 'memory',
  appliesTo: ['hc'],
  title: text('眼底検査の前年の血糖が確認できません', 'The sugar of last year, for the fundus, is not known'),
  message: text(
    '今年の値では眼底検査の基準に達せず、前年の健診の記録がありません。',
    'This year does not reach the criterion of the fundus examination, and no checkup of last year is known.',
  ),
  remedy: text('対応は不要です。', 'Nothing is to be done.'),
  check(memory, _facts, report) {
    const { record, history } = memory;
    const { checkup, serviceDate, details, places } = record;
    if (checkup === null || serviceDate === null) return;
    if (!details.some(({ code, subject }) => code === '3' && subject === '1')) return;
    const { systolic, diastolic, glucose, hba1c } = checkup;
    const reaches = [
      [systolic, 140],
      [diastolic, 90],
      [hba1c, 6.5],
      [glucose, 126],
    ] as const;
    if (reaches.some(([value, least]) => value !== null && value >= least)) return;
    const lastYear = fiscalYear(serviceDate) - 1;
    if (!isWithinHistory(memory, `${lastYear}0401`)) return;
    const isKnown = history.records.some(
      (each) =>
        !each.isGuidance &&
        (each.isSamePerson || each.isSameName) &&
        each.serviceDate !== null &&
        fiscalYear(each.serviceDate) === lastYear &&
        (each.values?.checkup ?? null) !== null,
    );
    if (!isKnown) report(resultPlace(places, 'fundusSubject'), { item: itemCodes.fundusSubject[0] });
  },
};
