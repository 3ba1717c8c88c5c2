import { type RuleOf, text } from '../../rule.js';

/** T001: 整理番号が11桁ではありません。 */
export const t001: RuleOf<'identity'> = {
  id: 'T001',
  level: 6,
  severity: 'return',
  returnReason: '05',
  source: 'XMLスキーマ V08',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('整理番号が11桁ではありません', 'The ticket number has not 11 digits'),
  message: text(
    '受診券・利用券整理番号が「{value}」です（半角数字11桁）。',
    'The ticket number is "{value}"; 11 half-width digits were expected.',
  ),
  remedy: text('整理番号は11桁です。確認してください。', 'Write the ticket number with 11 digits.'),
  check(identity, _facts, report) {
    const number = identity.ticketNumber;
    if (number !== null && !/^[0-9]{11}$/.test(number.value)) report(number.at, { value: number.value });
  },
};
