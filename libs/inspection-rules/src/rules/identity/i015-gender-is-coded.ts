import { oids, type Placed } from '@daiko/exchange-format';
import { type Report, type RuleOf, text } from '../../rule.js';

const parts = {
  gender: text('', 'gender'),
  system: text('のコード体系', 'code system of the gender'),
  displayName: text('コードの表示名（displayName）', 'displayName of the gender'),
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
    if (value === oids.gender) return checkDisplayName(gender, report);
    const details = { value, expected: oids.gender, values: { part: parts.system } };
    // Without a system the code can mean nothing else.
    report(gender.at, value === '' ? { ...details, severity: 'warning' } : details);
  },
};

/** A name that is that of the other gender: only warns, for the code is what is read. */
function checkDisplayName({ value: code, at }: Placed<string>, report: Report): void {
  const value = at.attribute('displayName') ?? '';
  if (value === '' || !value.includes(code === '1' ? '女' : '男')) return;
  const expected = code === '1' ? '1 男' : '2 女';
  report(at, { value, expected, values: { part: parts.displayName }, severity: 'warning' });
}
