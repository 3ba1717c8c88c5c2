import { isFullWidthKatakana } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** Half-width characters, digits, hiragana, kanji: another form of name, not a doubtful mark within one. */
const otherForm = /[\u0021-\u007e\uff61-\uff9f０-９\u3041-\u3096々\p{Script=Han}]/u;

const details = {
  other: text(
    '氏名に全角カナでない文字があります',
    'The name has characters that are no full-width katakana',
  ),
  halfWidth: text(
    '氏名が半角カナです（全角カナで記録します）',
    'The name is in half-width kana, not full-width',
  ),
  test: text('氏名が試験用（テスト）の名前です', 'The name is that of a test'),
} as const;

/** I012: 氏名が全角カナではありません。 */
export const i012: RuleOf<'identity'> = {
  id: 'I012',
  level: 6,
  severity: 'return',
  isOfFullWidth: true,
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('氏名が全角カナではありません', 'The name is not in full-width katakana'),
  message: text('{detail}（「{value}」）。', '{detail} ("{value}").'),
  remedy: text('氏名は全角カナで記録してください。', 'Write the name in full-width katakana.'),
  check(identity, _facts, report) {
    const { name } = identity;
    const letters = name?.value.replace(/[\s\u3000]+/g, '') ?? '';
    if (name === null || letters === '') return;
    if (isFullWidthKatakana(letters)) {
      if (/^(テスト|ダミー|サンプル)/.test(letters)) {
        report(name.at, { value: name.value, values: { detail: details.test }, severity: 'warning' });
      }
      return;
    }
    const isOther = otherForm.test(letters);
    const detail = /[\uff61-\uff9f]/.test(letters) ? details.halfWidth : details.other;
    report(name.at, { value: name.value, values: { detail }, severity: isOther ? 'return' : 'warning' });
  },
};
