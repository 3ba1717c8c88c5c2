import { EMPLOYER_NUMBERS, type ProviderNumber } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** I021: 機関番号が事業者用の番号です。 */
export const i021: RuleOf<'identity'> = {
  id: 'I021',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('機関番号が事業者用の番号です', 'The institution number is the common one of employers'),
  message: text(
    '機関番号「{value}」は事業者健診用の番号です。',
    'The institution number "{value}" is for checkups of employers.',
  ),
  remedy: text('機関番号を確認してください。', 'Check the institution number.'),
  check(identity, _facts, report) {
    const number = identity.providerNumber;
    if (number === null || !EMPLOYER_NUMBERS.includes(number.value as ProviderNumber)) return;
    report(number.at, { value: number.value });
  },
};
