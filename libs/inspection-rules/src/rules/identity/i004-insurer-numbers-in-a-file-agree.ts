import { type RuleOf, text } from '../../rule.js';

/** I004: ファイル内の保険者番号が一致しません。 */
export const i004: RuleOf<'pair'> = {
  id: 'I004',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('ファイル内の保険者番号が一致しません', 'The insurer numbers of one file differ'),
  message: text(
    '券の保険者番号が「{value}」です（受診者情報では {expected}）。',
    'A ticket names insurer "{value}", the person {expected}.',
  ),
  remedy: text('保険者番号を一致させてください。', 'Write the same insurer everywhere in the file.'),
  check(pair, _facts, report) {
    const expected = pair.resultIdentity?.insurerNumber?.value ?? '';
    if (pair.header === null || !/^[0-9]{8}$/.test(expected)) return;
    for (const { insurerNumber, insurerNumberInRoot, number } of pair.header.tickets) {
      const inRoot = insurerNumberInRoot.padStart(8, '0');
      if (number !== null && insurerNumberInRoot !== '' && inRoot !== expected) {
        report(number.at, { value: inRoot, expected });
      }
      if (insurerNumber !== null && insurerNumber.value !== expected) {
        report(insurerNumber.at, { value: insurerNumber.value, expected });
      }
    }
  },
};
