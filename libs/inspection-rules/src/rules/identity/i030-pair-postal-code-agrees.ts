import { isPostalCode } from '../../identity.js';
import { postal, reportDifference } from './both-sides.js';
import { type RuleOf, text } from '../../rule.js';

/** I030: 対のファイルで郵便番号が異なります。 */
export const i030: RuleOf<'pair'> = {
  id: 'I030',
  level: 5,
  severity: 'warning',
  returnReason: '01',
  source: 'own design',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで郵便番号が異なります', 'Result and claim carry different postal codes'),
  message: text(
    '決済情報の郵便番号が「{value}」です（結果情報では {expected}）。',
    'The claim has postal code "{value}", the result {expected}.',
  ),
  remedy: text('郵便番号を一致させてください。', 'Write the same postal code in both files.'),
  check(pair, _facts, report) {
    // What is no postal code is I016's.
    const { resultIdentity: result, claimIdentity: claim } = pair;
    if (!isPostalCode(result?.postalCode?.value ?? '') || !isPostalCode(claim?.postalCode?.value ?? ''))
      return;
    reportDifference(pair, (side) => side.postalCode, postal, report);
  },
};
