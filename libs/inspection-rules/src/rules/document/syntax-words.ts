import type { Bilingual } from '@daiko/contracts';
import { text } from '../../rule.js';

/** What the parser says of a syntax error, by how it begins, in words for people. */
const words: readonly (readonly [beginning: string, words: Bilingual])[] = [
  [
    'unbound namespace prefix',
    text(
      '名前空間の接頭辞（xsi など）が宣言されていません',
      'a namespace prefix such as xsi is not declared',
    ),
  ],
  [
    'unclosed tag',
    text(
      '閉じていない要素があります。途中で切れていることもあります',
      'an element is not closed, or the file is cut off',
    ),
  ],
  ['unexpected end', text('途中で終わっています', 'the file ends too early')],
  ['unmatched closing tag', text('開始タグと終了タグが合いません', 'a closing tag does not match')],
  ['unexpected close tag', text('開始タグと終了タグが合いません', 'a closing tag does not match')],
  ['duplicate attribute', text('同じ属性が二度記録されています', 'an attribute is there twice')],
  ['unquoted attribute value', text('属性値に引用符がありません', 'an attribute value is not quoted')],
  ['attribute without value', text('値のない属性があります', 'an attribute has no value')],
  [
    'no whitespace between attributes',
    text('属性の間に空白がありません', 'there is no blank between attributes'),
  ],
  [
    'documents may contain only one root',
    text('ルート要素が二つ以上あります', 'there is more than one root element'),
  ],
  [
    'an XML declaration must be at the start',
    text(
      'XML宣言（<?xml …?>）の前に空白・改行などがあります',
      'something, such as a blank line, stands before the XML declaration',
    ),
  ],
  ['no root element', text('ルート要素がありません', 'there is no root element')],
  [
    'text data outside of root node',
    text(
      'ルート要素の外に文字があります。XMLではないファイル（CSV・JSONなど）のこともあります',
      'there is text outside the root element, or the file is no XML at all, such as CSV or JSON',
    ),
  ],
  [
    'malformed character entity',
    text('「&」の書き方が誤っています（&amp; と記録します）', 'an "&" is not written as &amp;'),
  ],
  [
    'empty entity name',
    text('「&」の書き方が誤っています（&amp; と記録します）', 'an "&" is not written as &amp;'),
  ],
  ['undefined entity', text('定義されていない文字参照があります', 'a character reference is not defined')],
  [
    'disallowed character in attribute name',
    text('属性名に使えない文字があります', 'an attribute name has a forbidden character'),
  ],
  [
    'disallowed character in tag name',
    text(
      '「<」の後に要素名でない文字があります（文字の「<」は &lt; と記録します）',
      'a "<" is not followed by a name; as text it is written &lt;',
    ),
  ],
  ['disallowed character', text('使えない文字があります', 'there is a forbidden character')],
];

/** Words for a syntax error; null where there are none better than that it is one. */
export function syntaxWords(detail: string): Bilingual | null {
  return words.find(([beginning]) => detail.startsWith(beginning))?.[1] ?? null;
}
