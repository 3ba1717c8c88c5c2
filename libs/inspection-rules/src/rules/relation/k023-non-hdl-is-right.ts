import { itemCodes } from '../../item-codes.js';
import { reportDifference } from './lipids.js';
import { type RuleOf, text } from '../../rule.js';

/** K023: Non-HDLの計算が合いません。 */
export const k023: RuleOf<'checkup'> = {
  id: 'K023',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な健診・保健指導プログラム',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('Non-HDLの計算が合いません', 'Non-HDL does not fit the other lipids'),
  message: text(
    'Non-HDLコレステロールが {value} です（総コレステロールとHDLからの計算 {expected}）。',
    'Non-HDL is {value}; total cholesterol and HDL give {expected}.',
  ),
  remedy: text('Non-HDLの計算を確認してください。', 'Check the computation.'),
  check(_checkup, facts, report) {
    const total = facts.numberOf(itemCodes.totalCholesterol);
    const hdl = facts.numberOf(itemCodes.hdl);
    if (total === null || hdl === null) return;
    reportDifference(facts, itemCodes.nonHdl, total - hdl, 1, report);
  },
};
