import type { SchemaError, SchemaErrorCode, XmlElement } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import { type RuleOf, text } from '../../rule.js';
import { elementName as named } from './element-names.js';
import { expectedText, expectedWords } from './schema-words.js';

type Words = (error: SchemaError, expected: Bilingual) => Bilingual;

const words: Readonly<Record<SchemaErrorCode, Words>> = {
  'unknown-root': ({ value }) =>
    text(
      `ルート要素「${named(value ?? '')}」は様式にありません。`,
      `The schema knows no root element "${value}".`,
    ),
  'unexpected-element': ({ value }, expected) =>
    text(
      `要素「${named(value ?? '')}」はこの位置に記録できません（${expected.ja}）。`,
      `The element "${value}" may not stand here (${expected.en}).`,
    ),
  'missing-element': ({ at }, expected) =>
    text(
      `要素「${named(at.name)}」の中に必要な要素がありません（${expected.ja}）。`,
      `The element "${at.name}" lacks an element (${expected.en}).`,
    ),
  'unexpected-text': ({ at, value }) =>
    text(
      `要素「${named(at.name)}」に文字「${value}」は記録できません。`,
      `The element "${at.name}" may not hold text, but holds "${value}".`,
    ),
  'unexpected-attribute': ({ at, attribute }, expected) =>
    text(
      `要素「${named(at.name)}」に属性「${attribute}」は記録できません（${expected.ja}）。`,
      `The element "${at.name}" has no attribute "${attribute}" (${expected.en}).`,
    ),
  'missing-attribute': ({ at, attribute }, expected) =>
    text(
      `要素「${named(at.name)}」に属性「${attribute}」がありません（${expected.ja}）。`,
      `The element "${at.name}" lacks the attribute "${attribute}" (${expected.en}).`,
    ),
  'wrong-value': ({ at, attribute, value }, expected) =>
    attribute === null
      ? text(
          `要素「${named(at.name)}」の値「${value}」が様式に合いません（${expected.ja}）。`,
          `The value "${value}" of the element "${at.name}" is not as the schema demands (${expected.en}).`,
        )
      : text(
          `要素「${named(at.name)}」の属性「${attribute}」の値「${value}」が様式に合いません（${expected.ja}）。`,
          `The value "${value}" of the attribute "${attribute}" of "${at.name}" is not as the schema demands (${expected.en}).`,
        ),
  'wrong-type': ({ at, value }, expected) =>
    text(
      `要素「${named(at.name)}」の型（xsi:type）「${value ?? ''}」が使えません（${expected.ja}）。`,
      `The element "${at.name}" may not have the type "${value ?? ''}" (${expected.en}).`,
    ),
  'repeated-id': ({ at, attribute, value }) =>
    text(
      `要素「${named(at.name)}」の属性「${attribute}」の値「${value}」は既に使われています。`,
      `The value "${value}" of the attribute "${attribute}" of "${at.name}" is used already.`,
    ),
};

/** X007: 様式（XSD）に合っていません。 */
export const x007: RuleOf<'document'> = {
  id: 'X007',
  level: 4,
  severity: 'return',
  isFixed: true,
  returnReason: '01',
  source: '支払基金 受付チェック; 送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text('様式（XSD）に合っていません', 'The file does not follow its schema'),
  message: text('{what}', '{what}'),
  remedy: text(
    '様式（XSD）に合わせて作成してください。指摘の要素・属性・値を確認してください。',
    'Make the file by the schema; check the element, attribute or value named.',
  ),
  check(document, _facts, report) {
    const { schemaErrors } = document;
    if (schemaErrors === null) throw new Error('the schema could not be asked');
    for (const found of withoutConsequences(schemaErrors)) {
      const error = { ...found, value: shortened(found.value) };
      const what = words[error.code](error, expectedWords(error));
      report(error.at, { value: error.value, expected: expectedText(error), values: { what } });
    }
  },
};

/** A hostile file may hold a value of any length. */
const VALUE_MAX = 80;

function shortened(value: string | null): string | null {
  return value === null || value.length <= VALUE_MAX ? value : `${value.slice(0, VALUE_MAX)}…`;
}

/** An element that an earlier one of its parent stands in place of is out of order with it: one error, not two. */
function withoutConsequences(errors: readonly SchemaError[]): SchemaError[] {
  const displaced = new Map<XmlElement | null, Set<string>>();
  return errors.filter(({ code, at, value, expected }) => {
    if (code !== 'unexpected-element') return true;
    const awaited = displaced.get(at.parent) ?? new Set();
    displaced.set(at.parent, new Set([...awaited, ...expected]));
    return !awaited.has(value ?? '');
  });
}
