import { type RuleOf, text } from '../../rule.js';

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
    '追加健診として請求した{itemName}（{item}）の結果がありません。',
    '{itemName} ({item}) is claimed as additional but has no result.',
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
      report(observation.at, { item: observation.value, value: observation.value });
    }
  },
};
