import { type RuleOf, text } from '../../rule.js';

/** E002: 実施理由があるのに詳細な健診の結果がありません。 */
export const e002: RuleOf<'checkup'> = {
  id: 'E002',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('実施理由があるのに詳細な健診の結果がありません', 'A reason stands without results'),
  message: text(
    '{name}の実施理由がありますが、結果がありません。',
    'A reason for the {name} examination is recorded, but no result.',
  ),
  remedy: text('詳細な健診の結果を記録してください。', 'Record the results.'),
  check(_checkup, facts, report) {
    for (const { reason, results, resultCodes, name } of facts.detailGroups) {
      if (reason?.state !== 'VALUE' || results.length > 0) continue;
      // A result that is there, but wrongly written, is told of by a rule of the item itself.
      if (resultCodes.some((code) => facts.item(code)?.state === 'BAD')) continue;
      report(reason.at, { item: reason.code, values: { name } });
    }
  },
};
