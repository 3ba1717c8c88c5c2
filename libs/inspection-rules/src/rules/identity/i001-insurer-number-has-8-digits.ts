import { oids } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';
import { numberFound } from './number-found.js';

/** I001: 保険者番号が8桁ではありません。 */
export const i001: RuleOf<'identity'> = {
  id: 'I001',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('保険者番号が8桁ではありません', 'The insurer number has not 8 digits'),
  message: text(
    '保険者番号{found}（正: 半角数字8桁）。',
    'The insurer number {found}; 8 half-width digits were expected.',
  ),
  remedy: text('保険者番号は8桁で記録してください。', 'Write the insurer number with 8 digits.'),
  check(identity, _facts, report) {
    const number = identity.insurerNumber;
    if (number === null || !/^[0-9]{8}$/.test(number.value)) {
      report(number?.at ?? identity.at, {
        value: number?.value ?? null,
        values: { found: numberFound(identity, number, oids.insurerNumber) },
      });
    }
  },
};
