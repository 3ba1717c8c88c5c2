import { defectsIn } from './xml-defects.js';
import { type RuleOf, text } from '../../rule.js';

const byteOrderMark = text('BOMがあります（受け付けます）', 'There is a byte order mark, which is accepted');
const otherEncoding = text('UTF-8以外の文字コードです', 'The bytes or the declaration are not UTF-8');

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
    for (const { code, line } of defectsIn(parsed)) {
      if (code === 'encoding') report({ file: path, line }, { values: { detail: otherEncoding } });
    }
  },
};
