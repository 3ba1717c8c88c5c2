import { type RuleOf, text } from '../../rule.js';
import { isFromInsurer, resultsOf } from './adjudications.js';

/** R002: その他の返戻理由に説明がありません。 */
export const r002: RuleOf<'pair'> = {
  id: 'R002',
  level: 6,
  severity: 'query',
  returnReason: '09',
  source: '決済情報ファイル仕様説明書 V4; 別表9・別表10 09',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  exchanges: ['2', '4', '5', '11'],
  title: text('その他の返戻理由に説明がありません', 'Another reason is given without a text'),
  message: text(
    '返戻理由が「{value}（その他）」ですが、内容の記録がありません。',
    'The reason is {value} (other), and no text says which.',
  ),
  remedy: text('返戻理由の内容を記録してください。', 'Write why the record is returned.'),
  check(pair, _facts, report) {
    const isReturn = pair.exchange?.kind === '2';
    if (!isFromInsurer(pair) && !isReturn) return;
    for (const { by, result } of resultsOf(pair)) {
      if ((by !== 'insurer' && !isReturn) || result.reasonCode?.value !== '09') continue;
      if ((result.text?.value ?? '').trim() === '') report(result.at, { value: '09' });
    }
  },
};
