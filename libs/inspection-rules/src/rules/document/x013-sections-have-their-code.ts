import { isSectionOf } from './section-codes.js';
import { type RuleOf, text } from '../../rule.js';

const missing = text('記録されていません', 'missing');
const unknown = text('この様式にありません', 'not one of this kind of file');
const repeated = text('二度記録されています', 'there twice');

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
  message: text('セクションコード「{value}」は{detail}。', 'The section code "{value}" is {detail}.'),
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
      if (detail !== null) report(code?.at ?? at, { value, values: { detail } });
      seen.add(value);
    }
  },
};
