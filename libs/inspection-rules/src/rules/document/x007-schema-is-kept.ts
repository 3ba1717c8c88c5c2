import {
  codePointName,
  type SchemaError,
  type SchemaErrorCode,
  type XmlElement,
} from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import { ALIKE_MAX, andMore } from '../../alike-findings.js';
import { type RuleOf, text } from '../../rule.js';
import { elementName as named } from './element-names.js';
import { itemOfPlace, nameOfPlace, tableTypeAt } from './place-names.js';
import { expectedText, expectedWords } from './schema-words.js';

type Words = (error: SchemaError, expected: Bilingual) => Bilingual;

/** What people call an attribute. */
const parts: Readonly<Record<string, Bilingual>> = {
  value: text('値', 'value'),
  unit: text('単位', 'unit'),
  code: text('コード', 'code'),
  codeSystem: text('コード体系', 'code system'),
  root: text('OID（root）', 'OID (root)'),
};

/** What is wrong of a thing in people's words: its value where the element itself is it, else the attribute. */
function partName(attribute: string | null): string {
  return attribute === null ? '値' : (parts[attribute]?.ja ?? attribute);
}

/** What is said of an element, behind the name of what it is about where that has one. */
function placed(at: XmlElement, ja: string, en: string): Bilingual {
  const name = nameOfPlace(at);
  return text(
    `${name === null ? '' : `${name.ja}: `}要素「${named(at.name)}」${ja}`,
    `${name === null ? 'The' : `${name.en}: the`} element "${at.name}" ${en}`,
  );
}

const words: Readonly<Record<SchemaErrorCode, Words>> = {
  'unknown-root': ({ value }) =>
    text(
      `ルート要素「${named(value ?? '')}」は様式にありません。`,
      `The schema knows no root element "${value}".`,
    ),
  'unexpected-element': ({ value, omitted }, expected) =>
    omitted.length > 0
      ? text(
          `要素「${omitted.map(named).join('」「')}」がありません（要素「${named(value ?? '')}」の前に必要です）。`,
          `The element "${omitted.join('", "')}" is missing; it must stand before "${value}".`,
        )
      : text(
          `要素「${named(value ?? '')}」はこの位置に記録できません（${expected.ja}）。`,
          `The element "${value}" may not stand here (${expected.en}).`,
        ),
  'missing-element': ({ at }, expected) =>
    text(
      `要素「${named(at.name)}」の中に必要な要素がありません（${expected.ja}）。`,
      `The element "${at.name}" lacks an element (${expected.en}).`,
    ),
  'unexpected-text': ({ at, value }) => {
    const found = value === '' ? unseenText(at) : text(`文字「${value}」`, `"${value}"`);
    return placed(at, `に${found.ja}は記録できません。`, `may not hold text, but holds ${found.en}.`);
  },
  'unexpected-attribute': ({ at, attribute }, expected) =>
    placed(
      at,
      `に属性「${attribute}」は記録できません（${expected.ja}）。`,
      `has no attribute "${attribute}" (${expected.en}).`,
    ),
  'missing-attribute': ({ at, attribute }, expected) =>
    placed(
      at,
      `に属性「${attribute}」がありません（${expected.ja}）。`,
      `lacks the attribute "${attribute}" (${expected.en}).`,
    ),
  'wrong-value': ({ at, attribute, value }, expected) => {
    const name = nameOfPlace(at);
    const element = name === null ? named(at.name) : at.name;
    const [inJa, inEn] =
      attribute === null
        ? [`要素「${element}」`, `element "${at.name}"`]
        : [`要素「${element}」の属性「${attribute}」`, `attribute "${attribute}" of "${at.name}"`];
    const [foundJa, foundEn] =
      value === '' || value === null ? ['空', 'empty'] : [`「${value}」`, `"${value}"`];
    return name === null
      ? text(
          `${inJa}の値が${foundJa}で、様式に合いません（${expected.ja}）。`,
          `The ${inEn} is ${foundEn}, which is not as the schema demands (${expected.en}).`,
        )
      : text(
          `${name.ja}の${partName(attribute)}が${foundJa}で、様式に合いません（${inJa}、${expected.ja}）。`,
          `${name.en}: the ${inEn} is ${foundEn}, which is not as the schema demands (${expected.en}).`,
        );
  },
  'wrong-type': ({ at, value }, expected) => {
    const name = nameOfPlace(at) ?? text(`要素「${named(at.name)}」`, `The element "${at.name}"`);
    const type = tableTypeAt(at);
    const wanted =
      type === null
        ? expected
        : type === value
          ? text(
              `名前空間の接頭辞がありません。正: urn:hl7-org:v3 の ${type}`,
              `it lacks the prefix of its namespace; expected: ${type} of urn:hl7-org:v3`,
            )
          : text(`正: ${type}`, `expected: ${type}`);
    return value === null || value === ''
      ? text(
          `${name.ja}の値に型（xsi:type）がありません（${wanted.ja}）。`,
          `${name.en}: the value has no type, xsi:type (${wanted.en}).`,
        )
      : text(
          `${name.ja}の値の型（xsi:type）「${value}」が使えません（${wanted.ja}）。`,
          `${name.en}: the value may not have the type "${value}" (${wanted.en}).`,
        );
  },
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
    const refusals = new Map<XmlElement, Set<string>>();
    for (const { code, at } of schemaErrors) {
      if (code === 'unexpected-element' && at.parent !== null) refusals.set(at.parent, new Set());
    }
    const told = withoutOtherTypes(schemaErrors.filter((found) => !isFollowUp(found, refusals)));
    for (const alike of Map.groupBy(told, faultOf).values()) {
      // What a converter writes wrongly everywhere is said once.
      const isEverywhere = alike.length > ALIKE_MAX;
      for (const found of isEverywhere ? alike.slice(0, 1) : alike) {
        const error = { ...found, value: shortened(found.value) };
        const said = words[error.code](error, expectedWords(error));
        const what = isEverywhere ? andMore(said, alike.length - 1) : said;
        const item = itemOfPlace(error.at)?.code;
        report(error.at, { item, value: error.value, expected: expectedText(error), values: { what } });
      }
    }
  },
};

/** A value of another type than its item has what that type must not: said once, as the type that it is. */
function withoutOtherTypes(errors: readonly SchemaError[]): readonly SchemaError[] {
  const told = new Set<XmlElement>();
  return errors.flatMap((error) => {
    const type = otherTypeAt(error);
    if (type === null) return [error];
    if (told.has(error.at)) return [];
    told.add(error.at);
    return [{ ...error, code: 'wrong-type' as const, attribute: 'xsi:type', value: type, expected: [] }];
  });
}

/** The type of a value where it is not that of the table; null where it is, or nothing is known. */
function otherTypeAt({ code, at }: SchemaError): string | null {
  if (at.name !== 'value' || code === 'wrong-type' || at.parent?.name !== 'observation') return null;
  const [written, wanted] = [at.attribute('xsi:type') ?? null, tableTypeAt(at)];
  return written === null || wanted === null || written.endsWith(wanted) ? null : written;
}

function faultOf({ code, at, attribute, value }: SchemaError): string {
  return [code, at.name, attribute ?? '', value ?? ''].join(' ');
}

/** Text that shows nothing: a blank that is none to XML, or a CDATA section without text. */
function unseenText({ text: content }: XmlElement): Bilingual {
  const blank = /[^ \t\r\n]/.exec(content)?.[0];
  if (blank === undefined) return text('空のCDATAセクション', 'an empty CDATA section');
  const name = codePointName(blank.codePointAt(0)!);
  return blank === '\u3000'
    ? text(`全角空白（${name}）`, `an ideographic space (${name})`)
    : text(`見えない空白文字（${name}）`, `a blank that cannot be seen (${name})`);
}

/** A hostile file may hold a value of any length. */
const VALUE_MAX = 80;

function shortened(value: string | null): string | null {
  return value === null || value.length <= VALUE_MAX ? value : `${value.slice(0, VALUE_MAX)}…`;
}

/** What an element that was put in a wrong order makes of its neighbours: a second error about the same mistake. */
function isFollowUp(
  { code, at, value, expected }: SchemaError,
  refusals: Map<XmlElement, Set<string>>,
): boolean {
  if (code === 'missing-element') return refusals.has(at);
  const { parent } = at;
  if (code !== 'unexpected-element' || parent === null) return false;
  const awaited = refusals.get(parent);
  if (awaited?.has(value ?? '') === true) return true;
  // Still waiting for the same: what it refuses now may be where it belongs.
  if (awaited !== undefined && awaited.size > 0 && expected.every((name) => awaited.has(name))) return true;
  refusals.set(parent, new Set([...(awaited ?? []), ...expected]));
  return false;
}
