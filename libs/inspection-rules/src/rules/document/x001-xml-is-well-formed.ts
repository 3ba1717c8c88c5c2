import type { EntryDefectCode, XmlDefectCode } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import { syntaxWords } from './syntax-words.js';
import { defectsIn } from './xml-defects.js';
import { type RuleOf, text } from '../../rule.js';

const entryWords: Readonly<Record<EntryDefectCode, Bilingual>> = {
  'header-disagreement': text('ZIP内のヘッダーが一致しません', 'its headers in the ZIP disagree'),
  truncated: text('途中で切れています', 'it is cut off'),
  'too-large': text('大きすぎます', 'it is too large'),
  corrupt: text('展開できません', 'it cannot be expanded'),
  'size-mismatch': text('展開後の大きさが一致しません', 'its size is not as declared'),
  'crc-mismatch': text('CRCが一致しません', 'its checksum is wrong'),
};

const xmlWords: Readonly<Partial<Record<XmlDefectCode, Bilingual>>> = {
  'not-well-formed': text('構文誤り', 'syntax error'),
  empty: text('ファイルが空です', 'the file is empty'),
  version: text('XML 1.0ではありません', 'it is not XML 1.0'),
  'too-large': text('大きすぎます', 'it is too large'),
  'too-deep': text('要素の入れ子が深すぎます', 'its elements are nested too deep'),
  'too-many-elements': text(
    '要素・CDATA・処理命令が多すぎます',
    'it has too many elements, CDATA sections or instructions',
  ),
  'attribute-limit': text('属性が多すぎるか長すぎます', 'it has too many or too long attributes'),
};

/** X001: XMLの構文誤りです。 */
export const x001: RuleOf<'document'> = {
  id: 'X001',
  level: 4,
  severity: 'return',
  isFixed: true,
  returnReason: '01',
  source: '支払基金 受付チェック',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text('XMLの構文誤りです', 'The file is not well-formed XML'),
  message: text('XMLとして読めません（{detail}）。', 'The file cannot be read as XML: {detail}.'),
  remedy: text('XMLの構文を直してください。', 'Correct the file so that it is well-formed XML.'),
  check(document, _facts, report) {
    const { entryDefect, parsed, path } = document;
    if (entryDefect !== null)
      return report({ file: path }, { values: { detail: entryWords[entryDefect.code] } });
    for (const { code, line, detail: said } of defectsIn(parsed)) {
      const detail = (code === 'not-well-formed' ? syntaxWords(said) : null) ?? xmlWords[code];
      if (detail !== undefined) report({ file: path, line }, { values: { detail } });
    }
  },
};
