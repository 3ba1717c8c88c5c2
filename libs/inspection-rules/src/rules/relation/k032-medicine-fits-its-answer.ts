import { saysNone } from '../../says-none.js';
import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const medicines = [
  [itemCodes.medicationPressure, itemCodes.medicineNamePressure, text('血圧', 'blood pressure')],
  [itemCodes.medicationGlucose, itemCodes.medicineNameGlucose, text('血糖', 'blood glucose')],
  [itemCodes.medicationLipid, itemCodes.medicineNameLipid, text('脂質', 'lipids')],
] as const;

/** K032: 服薬なしなのに薬剤名があります。 */
export const k032: RuleOf<'checkup'> = {
  id: 'K032',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: '項目表 DEPEND',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('服薬なしなのに薬剤名があります', 'A medicine is named though none is taken'),
  message: text(
    '{name}の服薬が「{value}」（いいえ）ですが、薬剤名が記録されています。',
    'Medicine for {name} is answered "{value}" (no), but a medicine is named.',
  ),
  remedy: text('服薬の回答を確認してください。', 'Check the answer on medicine.'),
  check(_checkup, facts, report) {
    for (const [answer, medicine, name] of medicines) {
      if (facts.codeOf(answer) !== '2' || isNothing(facts.textOf(medicine))) continue;
      const item = facts.itemOf(answer)!;
      report(item.valueAt ?? item.at, { item: item.code, value: '2', expected: '1', values: { name } });
    }
  },
};

function isNothing(written: string): boolean {
  return written === '' || saysNone(written);
}
