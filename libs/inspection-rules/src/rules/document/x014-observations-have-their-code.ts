import { type RuleOf, text } from '../../rule.js';

const emptyGroup = text(
  '（nullFlavor="NA" は一連検査グループの外枠ですが、中に検査項目がありません）',
  ': nullFlavor "NA" makes it the frame of a group, which has no members',
);

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
  message: text('検査結果に項目コードがありません{detail}。', 'An observation has no item code{detail}.'),
  remedy: text('項目コードを記録してください。', 'Write the item code.'),
  check(checkup, _facts, report) {
    for (const observation of checkup.uncoded) {
      const code = observation.child('code');
      const detail = code?.attribute('nullFlavor') === 'NA' ? emptyGroup : text('', '');
      report(code ?? observation, { values: { detail } });
    }
  },
};
