import { type RuleOf, text } from '../../rule.js';

/** I018: 機関番号が10桁ではありません。 */
export const i018: RuleOf<'identity'> = {
  id: 'I018',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: 'XMLスキーマ V08',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('機関番号が10桁ではありません', 'The institution number has not 10 digits'),
  message: text(
    '健診・保健指導機関番号が「{value}」です（半角数字10桁）。',
    'The institution number is "{value}"; 10 half-width digits were expected.',
  ),
  remedy: text('機関番号は10桁です。確認してください。', 'Write the institution number with 10 digits.'),
  check(identity, _facts, report) {
    const number = identity.providerNumber;
    if (number === null || !/^[0-9]{10}$/.test(number.value)) {
      report(number?.at ?? identity.at, { value: number?.value ?? null });
    }
  },
};
