import { itemByCode } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const unknown = text(
  '（項目コードが項目表にないため、コードの誤りと思われます）',
  '; the table of items has no such code, which is perhaps wrong',
);

/** P015: 追加項目の結果がありません。 */
export const p015: RuleOf<'pair'> = {
  id: 'P015',
  level: 6,
  severity: 'query',
  returnReason: '02',
  source: 'own design',
  subject: 'pair',
  appliesTo: ['hc', 'cc'],
  title: text('追加項目の結果がありません', 'A priced additional item has no result'),
  message: text(
    '追加健診として請求した{itemName}（{item}）の結果がありません{detail}。',
    '{itemName} ({item}) is claimed as additional but has no result{detail}.',
  ),
  remedy: text(
    '追加項目の結果がありません。結果を記録するか、請求を確認してください。',
    'Record the result, or take the item out of the claim.',
  ),
  check(pair, _facts, report) {
    const { checkupClaim, checkup } = pair;
    if (checkupClaim === null || checkup === null || checkupClaim.claimType?.value === '5') return;
    for (const { observation } of checkupClaim.unitPriceOthers) {
      if (observation === null || observation.value === '' || pair.has([observation.value])) continue;
      const isKnown = itemByCode(observation.value, pair.serviceDate ?? pair.date) !== undefined;
      report(observation.at, {
        item: observation.value,
        value: observation.value,
        values: { detail: isKnown ? text('', '') : unknown },
      });
    }
  },
};
