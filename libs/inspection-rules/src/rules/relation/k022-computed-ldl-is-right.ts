import { itemCodes } from '../../item-codes.js';
import { reportDifference, triglycerideCodes } from './lipids.js';
import { type RuleOf, text } from '../../rule.js';

/** K022: LDL（計算法）の計算が合いません。 */
export const k022: RuleOf<'checkup'> = {
  id: 'K022',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な健診・保健指導プログラム',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('LDL（計算法）の計算が合いません', 'Computed LDL does not fit the other lipids'),
  message: text(
    'LDL（計算法）が {value} です（総コレステロール・HDL・中性脂肪からの計算 {expected}）。',
    'Computed LDL is {value}; total cholesterol, HDL and triglyceride give {expected}.',
  ),
  remedy: text(
    'LDLの計算と総コレステロールの記録を確認してください。',
    'Check the computation, and record total cholesterol.',
  ),
  check(_checkup, facts, report) {
    const item = facts.itemOf(itemCodes.ldlCalculated);
    if (item?.state !== 'VALUE') return;
    const total = facts.numberOf(itemCodes.totalCholesterol);
    const hdl = facts.numberOf(itemCodes.hdl);
    const triglyceride = facts.numberOf(triglycerideCodes);
    if (total === null) {
      report(item.valueAt ?? item.at, { item: item.code, value: item.value, expected: '–' });
    } else if (hdl !== null && triglyceride !== null) {
      reportDifference(facts, itemCodes.ldlCalculated, total - hdl - triglyceride / 5, 1, report);
    }
  },
};
