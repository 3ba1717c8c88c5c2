import { type RuleOf, text } from '../../rule.js';

const agency = text('代行機関', 'the agency');
const insurer = text('保険者', 'the insurer');

/** R009: 前回の処理結果が残っています。 */
export const r009: RuleOf<'pair'> = {
  id: 'R009',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  title: text('前回の処理結果が残っています', 'The result of an earlier adjudication is still inside'),
  message: text(
    '{detail}の処理結果が決済情報に残っています。',
    'The claim still holds the adjudication of {detail}.',
  ),
  remedy: text('処理結果を除いて送付してください。', 'Remove the adjudication before sending again.'),
  check({ claim }, _facts, report) {
    if (claim === null) return;
    for (const [result, detail] of [
      [claim.agencyResult, agency] as const,
      [claim.insurerResult, insurer] as const,
    ]) {
      if (result !== null) report(result.at, { value: result.reasonCode?.value ?? null, values: { detail } });
    }
  },
};
