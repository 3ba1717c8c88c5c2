import { hasValidCheckDigit } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** I002: 保険者番号の検証番号が違います。 */
export const i002: RuleOf<'identity'> = {
  id: 'I002',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('保険者番号の検証番号が違います', 'The check digit of the insurer number is wrong'),
  message: text(
    '保険者番号「{value}」の検証番号が合いません。',
    'The check digit of the insurer number "{value}" is wrong.',
  ),
  remedy: text('保険者番号を確認してください。', 'Check the insurer number.'),
  check(identity, _facts, report) {
    const number = identity.insurerNumber;
    if (number === null || !/^[0-9]{8}$/.test(number.value)) return;
    if (!hasValidCheckDigit(number.value)) report(number.at, { value: number.value });
  },
};
