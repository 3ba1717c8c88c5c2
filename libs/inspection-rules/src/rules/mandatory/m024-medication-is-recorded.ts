import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';
import { reportMissing } from './mandatory-item.js';

const medicines = [
  { name: text('服薬歴（血圧）', 'medication for blood pressure'), codes: itemCodes.medicationPressure },
  { name: text('服薬歴（血糖）', 'medication for blood glucose'), codes: itemCodes.medicationGlucose },
  { name: text('服薬歴（脂質）', 'medication for lipids'), codes: itemCodes.medicationLipid },
] as const;

/** M024: 服薬歴（血圧・血糖・脂質）は必須項目。 */
export const m024: RuleOf<'checkup'> = {
  id: 'M024',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '項目表 1',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('服薬歴（血圧・血糖・脂質）の記録がありません', 'medication: nothing recorded'),
  message: text('{name}の値がありません（{detail}）。', 'The {name} has no value: {detail}.'),
  remedy: text(
    '服薬歴（血圧・血糖・脂質）を記録してください。',
    'Record the medication for blood pressure, blood glucose and lipids.',
  ),
  check(checkup, facts, report) {
    if (facts.programme !== '010') return;
    for (const { name, codes } of medicines) {
      reportMissing(checkup, facts, { codes, name, reason: '02' }, report);
    }
  },
};
