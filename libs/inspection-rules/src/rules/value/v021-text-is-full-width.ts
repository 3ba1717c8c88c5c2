import { type RuleOf, text } from '../../rule.js';

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const forbidden = /[\uff61-\uff9f\u0000-\u001f\u007f]/;

/** V021: 半角カナ又は制御文字があります。 */
export const v021: RuleOf<'item'> = {
  id: 'V021',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('半角カナ又は制御文字があります', 'A text has half-width kana or control characters'),
  message: text(
    '項目「{item}」の記載に半角カナ又は制御文字があります。',
    'The text of item {item} has half-width kana or control characters.',
  ),
  remedy: text(
    '全角で記録し、改行などの制御文字を除いてください。',
    'Write full-width text without line breaks and other control characters.',
  ),
  check(item, _facts, report) {
    if (item.type === 'ST' && !item.negated && forbidden.test(item.value)) {
      report(item.valueAt ?? item.at, { item: item.code, value: item.value });
    }
  },
};
