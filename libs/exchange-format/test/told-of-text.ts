import { expect } from '@jest/globals';
import fc from 'fast-check';
import { readCheckupClaim, readCheckupReport, readGuidanceClaim, readGuidanceReport } from '../src/index.js';
import { ownSchema } from '../src/schemas/own-schemas.js';
import { parseXml } from '../src/xml/parse-xml.js';
import { placeOf, validateSchema } from '../src/xml/validate-schema.js';
import { pathOf, XmlElement } from '../src/xml/xml-element.js';
import { defaultXmlLimits, type XmlLimits } from '../src/xml/xml-limits.js';

const schemas = (['hc08', 'hg08', 'cc08', 'gc08'] as const).map(ownSchema);

/** What stands in the way of what is known: other ends, bindings, parents, and text that only looks like a passage. */
const fragments = [
  ...[
    '<entry>',
    '</entry>',
    '</entry >',
    '<entry/>',
    '<entry><entry></entry></entry>',
    '<a><entry></entry></a>',
  ],
  ...['<!-- </entry> -->', '<!-- <entry> -->', '<![CDATA[</entry>]]>', '<![CDATA[x]]>', 'a="</entry>"'],
  ...[
    ' xmlns="urn:x"',
    ' xmlns:xsi="urn:x"',
    ' xmlns:q="urn:hl7-org:v3"',
    'q:',
    ' ID="a"',
    ' classCode="OBS"',
  ],
  ...['\u0001', '\ue000', '今', '𠮷', '&amp;', '&#65;', '\r\n', ' ', '<', '>', '"', '1', '', ']]>'],
];

/** Some fragments, where they go, and how much each replaces. */
export const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...fragments)), {
  maxLength: 3,
});

export function edited(text: string, changes: readonly (readonly [number, number, string])[]): string {
  return changes.reduce((changed, [at, removed, inserted]) => {
    const start = at % (changed.length + 1);
    return changed.slice(0, start) + inserted + changed.slice(start + removed);
  }, text);
}

/** Everything that is said of a document, each element by its place; elements that are asked for in any order. */
export function told(text: string, limits: XmlLimits): unknown {
  const parsed = parseXml(Buffer.from(text), limits);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  const documents = [readCheckupReport(root), readGuidanceReport(root)] as const;
  const claims = [readCheckupClaim(root), readGuidanceClaim(root)];
  const items = [documents[0].items.map(plainOf), placed(documents[1].items)];
  const readings = [items, placed(documents.map(({ header }) => header)), placed(claims)];
  const errors = schemas.map((schema) =>
    validateSchema(root, schema).map((error) => [error, placeOf(error)]),
  );
  return { ...parsed, root: shapeOf(root), readings, errors: placed(errors) };
}

/** An item with what its getters tell. */
function plainOf(item: ReturnType<typeof readCheckupReport>['items'][number]): unknown {
  const { content, sectionCode, at, valueAt, group, mark, methodCode } = item;
  const { interpretation, authorName, referenceRanges, state, relation } = item;
  const rest = { valueAt, group, mark, methodCode, interpretation, authorName, referenceRanges };
  return placed({ content, sectionCode, at, state, relation, ...rest });
}

function placed(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      part instanceof XmlElement ? placeIn(part) : key === 'act' ? null : part,
    ),
  );
}

function placeIn(element: XmlElement): string {
  return `${pathOf(element)} ${element.line}:${element.column}`;
}

function shapeOf(element: XmlElement): unknown {
  const { name, namespace, text, line, column, hasCdata, tag, attributes, children } = element;
  for (const child of children) expect(child.parent).toBe(element);
  const { typeName } = tag;
  return [name, namespace, text, line, column, hasCdata, typeName, [...attributes], children.map(shapeOf)];
}

/** Nothing is known under limits that were never used. */
export function cold(text: string): unknown {
  return told(text, { ...defaultXmlLimits });
}

/** Of `<r>` with ten elements of three, four levels deep in all: read again and again they count as if read one by one. */
export function expectCountedOneByOne(textOf: (turn: number) => string): void {
  for (const [more, code] of [
    [{ elements: 31 }, null],
    [{ elements: 30 }, 'too-many-elements'],
    [{ depth: 4 }, null],
    [{ depth: 3 }, 'too-deep'],
  ] as const) {
    const limits = { ...defaultXmlLimits, ...more };
    const answers = [1, 2, 3, 4].map((turn) => parseXml(Buffer.from(textOf(turn)), limits));
    for (const answer of answers) expect(answer.ok ? null : answer.defects[0]!.code).toBe(code);
  }
}

/** What is said of a document under limits that know it is said of it with each fragment in place of a letter, every `step` letters. */
export function expectUndeceived(
  text: string,
  limits: XmlLimits,
  span: { start: number; end: number; step: number },
): void {
  for (let at = span.start; at < span.end; at += span.step) {
    for (const inserted of fragments) {
      const changed = text.slice(0, at) + inserted + text.slice(at + 1);
      expect(told(changed, limits)).toEqual(cold(changed));
    }
  }
}
