import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const bloodCount = [itemCodes.hematocrit[0], itemCodes.hemoglobin[0], itemCodes.erythrocytes[0]];

/** E011: 貧血検査の3項目がそろっていません。 */
export const e011: RuleOf<'checkup'> = {
  id: 'E011',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('貧血検査の3項目がそろっていません', 'The blood count is not whole'),
  message: text(
    '貧血検査の{itemName}（{item}）に値がありません（3項目のうち{value}項目だけです）。',
    '{itemName} ({item}) of the blood count has no value; only {value} of three have one.',
  ),
  remedy: text(
    '貧血検査3項目（ヘマトクリット・ヘモグロビン・赤血球数）を記録してください。',
    'Record haematocrit, haemoglobin and red cells.',
  ),
  check(_checkup, facts, report) {
    for (const group of facts.detailGroups) {
      if (group.code !== '1' || group.section !== group.programmeSection) continue;
      for (const code of bloodCount) {
        const item = facts.item(code);
        if (item?.state === 'VALUE') continue;
        // One that is there, but wrongly written or under a wrong code, is told of by a rule of the item itself.
        if (item?.state === 'BAD' || (item === null && facts.isMeant([code]))) continue;
        report(item?.at ?? group.results[0]!.at, { item: code, value: group.results.length, expected: 3 });
      }
    }
  },
};
