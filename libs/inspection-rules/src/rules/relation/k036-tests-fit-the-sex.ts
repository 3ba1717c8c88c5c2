import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const men = { sex: text('男性', 'a man'), others: itemCodes.womensTests };
const women = { sex: text('女性', 'a woman'), others: itemCodes.mensTests };

/** K036: 性別に合わない検査の結果があります。 */
export const k036: RuleOf<'checkup'> = {
  id: 'K036',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('性別に合わない検査の結果があります', 'A test does not fit the sex of the person'),
  message: text(
    '{itemName}（{item}）の結果がありますが、受診者は{detail}です。',
    '{itemName} ({item}) has a result, but the person is {detail}.',
  ),
  remedy: text(
    '検査項目、性別、受診者の取り違えがないか確認してください。',
    'Check the item and the gender, and that the result is of this person.',
  ),
  check(_checkup, facts, report) {
    const sex = facts.resultIdentity?.gender?.value;
    if (sex !== '1' && sex !== '2') return;
    const { sex: detail, others } = sex === '1' ? men : women;
    for (const code of others) {
      const item = facts.item(code);
      if (item?.state === 'VALUE') report(item.valueAt ?? item.at, { item: code, values: { detail } });
    }
  },
};
