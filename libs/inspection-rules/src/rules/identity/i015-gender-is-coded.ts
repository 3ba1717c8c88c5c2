import { oids } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const parts = {
  gender: text('', 'gender'),
  system: text('のコード体系', 'code system of the gender'),
} as const;

/** I015: 性別コードが正しくありません。 */
export const i015: RuleOf<'identity'> = {
  id: 'I015',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: 'XMLスキーマ V08',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('性別コードが正しくありません', 'The gender is not coded right'),
  message: text(
    '性別{part}が「{value}」です（正: {expected}）。',
    'The {part} is "{value}"; {expected} was expected.',
  ),
  remedy: text('性別コード（1 男、2 女）を確認してください。', 'Check the gender: 1 male, 2 female.'),
  check(identity, facts, report) {
    const { gender, role } = identity;
    if (gender === null || (gender.value !== '1' && gender.value !== '2')) {
      return report(gender?.at ?? identity.at, {
        value: gender?.value ?? null,
        expected: '1, 2',
        values: { part: parts.gender },
      });
    }
    if (role === 'claim') return;
    const value = facts.header?.patient?.gender?.codeSystem ?? '';
    if (value === oids.gender) return;
    const details = { value, expected: oids.gender, values: { part: parts.system } };
    // Without a system the code can mean nothing else.
    report(gender.at, value === '' ? { ...details, severity: 'warning' } : details);
  },
};
