import { itemCodes } from '../../item-codes.js';
import { saysUnknown } from '../../placeholder-words.js';
import { saysNothing } from '../../says-none.js';
import { type RuleOf, text } from '../../rule.js';

const medicines = [
  [
    itemCodes.medicationPressure,
    itemCodes.medicineNamePressure,
    itemCodes.medicineReasonPressure,
    text('血圧', 'blood pressure'),
  ],
  [
    itemCodes.medicationGlucose,
    itemCodes.medicineNameGlucose,
    itemCodes.medicineReasonGlucose,
    text('血糖', 'blood glucose'),
  ],
  [
    itemCodes.medicationLipid,
    itemCodes.medicineNameLipid,
    itemCodes.medicineReasonLipid,
    text('脂質', 'lipids'),
  ],
] as const;

const theName = text('薬剤名', 'the medicine');
const theReason = text('服薬理由', 'its reason');

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
    '{name}の服薬が「{value}」（いいえ）ですが、{what}「{written}」が記録されています。',
    'Medicine for {name} is answered "{value}" (no), but {what} is recorded as "{written}".',
  ),
  remedy: text('服薬の回答を確認してください。', 'Check the answer on medicine.'),
  check(_checkup, facts, report) {
    for (const [answer, medicine, reason, name] of medicines) {
      if (facts.codeOf(answer) !== '2') continue;
      const isNamed = !saysNothing(facts.textOf(medicine));
      const written = facts.textOf(isNamed ? medicine : reason);
      if (!isNamed && saysNothing(written)) continue;
      const item = facts.itemOf(answer)!;
      report(item.valueAt ?? item.at, {
        item: item.code,
        value: '2',
        expected: '1',
        values: { name, what: isNamed ? theName : theReason, written: written.trim() },
        severity: isNamed && !saysUnknown(written) ? 'query' : 'warning',
      });
    }
  },
};
