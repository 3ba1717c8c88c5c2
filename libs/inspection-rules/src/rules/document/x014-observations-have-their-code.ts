import { type RuleOf, text } from '../../rule.js';

/** X014: 項目コードがありません。 */
export const x014: RuleOf<'checkup'> = {
  id: 'X014',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('項目コードがありません', 'An observation has no item code'),
  message: text('検査結果に項目コードがありません。', 'An observation has no item code.'),
  remedy: text('項目コードを記録してください。', 'Write the item code.'),
  check(checkup, _facts, report) {
    for (const observation of checkup.uncoded) report(observation.child('code') ?? observation);
  },
};
