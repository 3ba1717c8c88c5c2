import { itemCodes } from '../../item-codes.js';
import { reportDifference } from './lipids.js';
import { ageAt } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** K026: eGFRの計算が合いません。 */
export const k026: RuleOf<'checkup'> = {
  id: 'K026',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '日本腎臓学会の式',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('eGFRの計算が合いません', 'eGFR does not fit creatinine, age and sex'),
  message: text(
    'eGFRが {value} です（血清クレアチニン・年齢・性別からの計算 {expected}）。',
    'eGFR is {value}; creatinine, age and sex give {expected}.',
  ),
  remedy: text('eGFRの計算を確認してください。', 'Check the computation of eGFR.'),
  check(_checkup, facts, report) {
    const creatinine = facts.numberOf(itemCodes.creatinine);
    const { birthDate, serviceDate, resultIdentity } = facts;
    const sex = resultIdentity?.gender?.value ?? '';
    if (creatinine === null || creatinine <= 0 || birthDate === null || serviceDate === null) return;
    const age = ageAt(birthDate, serviceDate);
    if (age <= 0 || (sex !== '1' && sex !== '2')) return;
    const expected = 194 * creatinine ** -1.094 * age ** -0.287 * (sex === '2' ? 0.739 : 1);
    reportDifference(facts, itemCodes.egfr, expected, 2, report);
  },
};
