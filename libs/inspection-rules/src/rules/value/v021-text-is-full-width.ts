import type { Bilingual } from '@daiko/contracts';
import { type RuleOf, text } from '../../rule.js';

/** What does not belong into a text. */
const findings: readonly { pattern: RegExp; name: Bilingual; isShown?: true }[] = [
  {
    // Kana of UTF-8 that were read as Shift_JIS begin with one of three rare characters.
    pattern: /[縺繧繝][\uff61-\uff9f・][^\s]*|(?:[縺繧繝][^\s]{1,2}){2,}/,
    name: text('文字化け', 'garbled characters'),
    isShown: true,
  },
  { pattern: /[\uff61-\uff9f]/, name: text('半角カナ', 'half-width kana') },
  {
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    pattern: /[\u0000-\u001f\u007f]/,
    name: text('改行などの制御文字', 'control characters such as line breaks'),
  },
  {
    pattern: /&(?:amp|lt|gt|quot|apos|nbsp|#x?[0-9a-f]{1,6});/i,
    name: text('二重に変換された文字参照', 'a character reference that was escaped twice'),
    isShown: true,
  },
  {
    pattern: /<\/?(?:br|p|div|span|b|font|a|li|ul|td|tr|table)\b[^>]{0,40}>/i,
    name: text('HTMLのタグ', 'a tag of HTML'),
    isShown: true,
  },
];

/** V021: 半角カナ・制御文字・HTMLのタグなどがあります。 */
export const v021: RuleOf<'item'> = {
  id: 'V021',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'item',
  isOfWriting: true,
  types: ['ST'],
  appliesTo: ['hc'],
  title: text(
    '半角カナ・制御文字・HTMLのタグ・文字化けなどがあります',
    'A text has half-width kana, control characters, markup or garbled characters',
  ),
  message: text(
    '{itemName}（{item}）の記載に{detail}があります。',
    'The text of {itemName} ({item}) has {detail}.',
  ),
  remedy: text(
    '全角で記録し、改行などの制御文字やHTMLのタグを除いてください。文字化けは元の記載に直してください。',
    'Write full-width text without line breaks, other control characters and markup; write anew what is garbled.',
  ),
  check(item, _facts, report) {
    if (item.type !== 'ST' || item.negated || item.value === '') return;
    const found = findings.find(({ pattern }) => pattern.test(item.value));
    if (found === undefined) return;
    const [match] = found.pattern.exec(item.value)!;
    const detail = found.isShown
      ? text(`${found.name.ja}（${match}）`, `${found.name.en} (${match})`)
      : found.name;
    report(item.valueAt ?? item.at, { item: item.code, value: item.value, values: { detail } });
  },
};
