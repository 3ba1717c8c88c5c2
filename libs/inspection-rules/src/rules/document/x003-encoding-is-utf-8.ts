import { defectsIn } from './xml-defects.js';
import { type RuleOf, text } from '../../rule.js';

const byteOrderMark = text('BOMがあります（受け付けます）', 'There is a byte order mark, which is accepted');
const brokenBytes = text('UTF-8として読めないバイトがあります', 'There are bytes that are not UTF-8');

function wordsFor(encoding: string | null) {
  if (encoding === null) return brokenBytes;
  return text(
    `UTF-8以外の文字コード（${encoding}）で書かれているか、そう宣言されています`,
    `The file is written in another encoding than UTF-8 (${encoding}), or says so`,
  );
}

/** X003: 文字コードがUTF-8ではありません。 */
export const x003: RuleOf<'document'> = {
  id: 'X003',
  level: 4,
  severity: 'return',
  isFixed: true,
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text('文字コードがUTF-8ではありません', 'The encoding is not UTF-8'),
  message: text('{detail}。', '{detail}.'),
  remedy: text('文字コードをUTF-8にしてください。', 'Write the file in UTF-8.'),
  check(document, _facts, report) {
    const { parsed, path } = document;
    if (parsed?.ok === true && parsed.byteOrderMark) {
      report({ file: path, line: 1 }, { values: { detail: byteOrderMark }, severity: 'info' });
    }
    for (const { code, line, encoding = null } of defectsIn(parsed)) {
      if (code !== 'encoding') continue;
      report(
        { file: path, line },
        { value: encoding, expected: 'UTF-8', values: { detail: wordsFor(encoding) } },
      );
    }
  },
};
