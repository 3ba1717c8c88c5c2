import { type RuleOf, text } from '../../rule.js';
import { isFromInsurer, resultsOf } from './adjudications.js';

/** R009: 前回の処理結果が残っています。 */
export const r009: RuleOf<'pair'> = {
  id: 'R009',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  exchanges: ['1', '3', '4', '5', '11'],
  title: text('前回の処理結果が残っています', 'The result of an earlier adjudication is still inside'),
  message: text(
    '{detail}の処理結果が決済情報に残っています。',
    'The claim still holds the adjudication of {detail}.',
  ),
  remedy: text('処理結果を除いて送付してください。', 'Remove the adjudication before sending again.'),
  check(pair, _facts, report) {
    // What an insurer sends says with its own what it decides; without one R001 speaks, of an answer R007.
    const isOfInsurer = isFromInsurer(pair);
    if (isOfInsurer && (pair.exchange?.kind === '11' || pair.claim?.insurerResult === null)) return;
    for (const { by, name, result } of resultsOf(pair)) {
      if (isOfInsurer && by === 'insurer') continue;
      report(result.at, { value: result.reasonCode?.value ?? null, values: { detail: name } });
    }
  },
};
