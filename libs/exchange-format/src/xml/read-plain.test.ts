import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkupClaimDraft, checkupReportDraft, guidanceReportDraft } from '../../test/drafts.js';
import { writeCheckupClaim, writeCheckupReport, writeGuidanceReport } from '../index.js';
import { controlCharacter, forbiddenCharacter } from './forbidden-character.js';
import { readFully } from './read-fully.js';
import { readPlain } from './read-plain.js';
import type { XmlElement } from './xml-element.js';
import { defaultXmlLimits } from './xml-limits.js';
import { XmlSource } from './xml-source.js';

const written = [
  writeCheckupClaim(checkupClaimDraft),
  writeCheckupReport(checkupReportDraft),
  writeGuidanceReport(guidanceReportDraft),
].map((bytes) => Buffer.from(bytes).toString());
const small = `<?xml version='1.0' encoding='utf-8' standalone="no"?>
<!-- c --><p:a xmlns:p="u" xmlns='v' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" b="1" p:b='2'
  xsi:type="PQ"><b>x &amp; 𠮷<!-- y -->z</b><p:c d="&lt;&quot;" /></p:a >
`;
const fragments = [
  ...[
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    '&',
    ';',
    ':',
    ' ',
    '\n',
    '\t',
    '-',
    '--',
    '!',
    '?',
    ']]>',
    '&amp;',
    '&#65;',
  ],
  ...[
    '<a>',
    '</a>',
    '<a/>',
    'a',
    'xmlns="w"',
    ' xmlns:q="w"',
    ' xmlns=""',
    'q:',
    'xml:lang="ja"',
    '今',
    '1',
    '.',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[x]]>',
    '<?pi x?>',
    ' b="1"',
    ' p:b="1"',
    '\u00e9',
    '\u0001',
    '&constructor;',
    'xsi:',
    'xml:',
    '\ufeff',
  ],
];

function shapeOf(element: XmlElement): unknown {
  const { name, namespace, text, line, column, hasCdata } = element;
  const { typeName } = element.tag;
  const attributes = [...element.attributes].sort();
  return {
    name,
    namespace,
    text,
    line,
    column,
    typeName,
    hasCdata,
    attributes,
    children: element.children.map(shapeOf),
  };
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** null = left to the full reader. */
function compare(text: string): boolean | null {
  const plain = readPlain(bytesOf(text), defaultXmlLimits);
  if (plain === null) return null;
  if (controlCharacter.test(text) || forbiddenCharacter.test(text))
    throw new Error('accepted, but forbidden');
  const full = readFully(new XmlSource(text), defaultXmlLimits);
  if ('code' in full) throw new Error(`accepted, but ${full.code} ${full.detail}: ${text}`);
  expect(shapeOf(plain.root)).toEqual(shapeOf(full.root));
  expect(plain.declaredEncoding).toBe(full.declaredEncoding);
  return true;
}

describe('readPlain', () => {
  it('reads what we write, so that the quick way is the usual one', () => {
    for (const text of [...written, small]) expect(compare(text)).toBe(true);
  });

  it('accepts no mutilated document that the full reader refuses or reads otherwise', () => {
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.constantFrom('', ...fragments));
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 4, arbitrary: fc.constant(small) },
          { weight: 1, arbitrary: fc.constantFrom(...written) },
        ),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (text, edits) => {
          const mutant = edits.reduce((changed, [at, removed, inserted]) => {
            const start = at % (changed.length + 1);
            return changed.slice(0, start) + inserted + changed.slice(start + removed);
          }, text);
          // Decoded UTF-8 never holds half a surrogate pair.
          if (mutant.isWellFormed() && compare(mutant) === true) accepted++;
        },
      ),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('reads a document of many elements in a time that grows with its length', () => {
    const text = `<a>${'<b c="1">x</b>\n'.repeat(40_000)}</a>`;
    const limits = { ...defaultXmlLimits, elements: 50_000 };
    expect(readPlain(text, limits)?.root.children).toHaveLength(40_000);
  });

  it('takes a tag that stood before for what it means where it stands now', () => {
    for (const uri of ['urn:a', 'urn:b', 'urn:a'])
      expect(compare(`<r xmlns="${uri}" xmlns:p="${uri}:p"><b/><p:b p:c="1"/></r>`)).toBe(true);
    expect(compare('<r><b/></r>')).toBe(true);
    expect(compare('<r><p:b p:c="1"/></r>')).toBeNull();
  });

  it('reads more different tags than it keeps, within one document and over many', () => {
    const many = (from: number) =>
      Array.from({ length: 3000 }, (_, at) => `<b c="${from + at}"><d/></b>`).join('');
    for (let from = 0; from < 12_000; from += 3000) expect(compare(`<a>${many(from)}</a>`)).toBe(true);
    expect(compare(`<a><b c="${'x'.repeat(2000)}"/></a>`)).toBe(true);
  });
});
