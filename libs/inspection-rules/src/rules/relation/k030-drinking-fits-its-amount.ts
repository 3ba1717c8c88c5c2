import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const words = {
  superfluous: text('あります', 'an amount is recorded'),
  missing: text('ありません', 'no amount is recorded'),
} as const;

/** K030: 飲酒の頻度と量が合いません。 */
export const k030: RuleOf<'checkup'> = {
  id: 'K030',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('飲酒の頻度と量が合いません', 'Frequency and amount of drinking do not fit'),
  message: text(
    '飲酒の頻度が「{value}」で、飲酒量の記録は{detail}。',
    'The frequency of drinking is "{value}", and {detail}.',
  ),
  remedy: text('飲酒の頻度と量を確認してください。', 'Check frequency and amount of drinking.'),
  check(_checkup, facts, report) {
    const frequency = facts.codeOf(itemCodes.drinking);
    const amount = facts.itemOf(itemCodes.drinkingAmount);
    if (/^[78]$/.test(frequency) && amount?.state === 'VALUE') {
      const values = { detail: words.superfluous };
      report(amount.valueAt ?? amount.at, { item: amount.code, value: frequency, values });
    } else if (/^[1-6]$/.test(frequency) && amount === null) {
      const item = facts.itemOf(itemCodes.drinking)!;
      report(item.valueAt ?? item.at, {
        item: item.code,
        value: frequency,
        values: { detail: words.missing },
      });
    }
  },
};
