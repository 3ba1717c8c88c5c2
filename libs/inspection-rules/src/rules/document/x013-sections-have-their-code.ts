import type { Bilingual } from '@daiko/contracts';
import { OID_BASE } from '@daiko/exchange-format';
import { isSectionOf } from './section-codes.js';
import { type RuleOf, text } from '../../rule.js';

const missing = text('が記録されていません', 'is missing');
const unknown = text('「{value}」はこの様式にありません', '"{value}" is not one of this kind of file');
const repeated = text('「{value}」が二度記録されています', '"{value}" is there twice');
const otherSystem = text(
  'のコード体系が「{value}」です（正: {expected}）',
  'is of the code system "{value}"; {expected} was expected',
);

/** Code system of section codes. */
const SECTION_CODES = `${OID_BASE}.1010`;

/** X013: セクションコードが正しくありません。 */
export const x013: RuleOf<'pair'> = {
  id: 'X013',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('セクションコードが正しくありません', 'A section has no code or a wrong one'),
  message: text('セクションコード{detail}。', 'The section code {detail}.'),
  remedy: text('セクションコードを確認してください。', 'Check the codes of the sections.'),
  check(pair, _facts, report) {
    const sections = pair.checkup?.sections ?? pair.guidance?.sections ?? [];
    const seen = new Set<string>();
    for (const { at, code } of sections) {
      const value = code?.value ?? '';
      const detail =
        value === ''
          ? missing
          : !isSectionOf(value, pair.isGuidance)
            ? unknown
            : seen.has(value)
              ? repeated
              : null;
      if (detail !== null) report(code?.at ?? at, { value, values: { detail: filled(detail, value) } });
      const system = code?.codeSystem ?? '';
      if (detail === null && system !== '' && system !== SECTION_CODES) {
        const values = { detail: filled(otherSystem, system, SECTION_CODES) };
        report(code?.at ?? at, { value: system, expected: SECTION_CODES, values });
      }
      seen.add(value);
    }
  },
};

function filled({ ja, en }: Bilingual, value: string, expected = ''): Bilingual {
  const fill = (words: string) => words.replace('{value}', () => value).replace('{expected}', () => expected);
  return text(fill(ja), fill(en));
}
