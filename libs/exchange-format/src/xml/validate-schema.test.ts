import { describe, expect, it } from '@jest/globals';
import { checkupClaimDraft, checkupReportDraft } from '../../test/drafts.js';
import { compileSchemas, ownSchemaFolder } from '../../test/official-schema.js';
import {
  type DocumentKind,
  ownSchema,
  parseXml,
  placeOf,
  validateSchema,
  writeCheckupClaim,
  writeCheckupReport,
} from '../index.js';

const claim = new TextDecoder().decode(writeCheckupClaim(checkupClaimDraft));
const report = new TextDecoder().decode(writeCheckupReport(checkupReportDraft));

function errorsOf(kind: DocumentKind, text: string) {
  const parsed = parseXml(Buffer.from(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.defects));
  return validateSchema(parsed.root, ownSchema(kind));
}

/** Replaces what must be there. */
function swap(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to replace: ${from}`);
  return changed;
}

/** One line of the table: document, change, and what must be said of it. */
const cases = [
  [
    'an element out of place, with what may stand there',
    ['cc08', swap(claim, '<claimType', '<x/><claimType')],
    { code: 'unexpected-element', value: 'x', expected: ['claimType'] },
    '/checkupClaim/settlement/x',
  ],
  [
    'an element of another namespace',
    ['cc08', swap(claim, '<claimType', '<claimType xmlns="urn:x" code="1"/><claimType')],
    { code: 'unexpected-element', value: '{urn:x}claimType', expected: ['claimType'] },
    '/checkupClaim/settlement/claimType[1]',
  ],
  [
    'an element that is missing at the end, at its parent',
    ['cc08', swap(claim, /<claimAmount[^>]*>/, '')],
    { code: 'missing-element', value: null, expected: ['paymentByOtherProgram', 'claimAmount'] },
    '/checkupClaim/settlement',
  ],
  [
    'a value that is in no list, with the list',
    ['cc08', swap(claim, /<commissionType code="\d"/, '<commissionType code="7"')],
    { code: 'wrong-value', attribute: 'code', value: '7', expected: ['1', '2'] },
    '/checkupClaim/settlement/commissionType/@code',
  ],
  [
    'a value of another form, with the pattern',
    ['cc08', swap(claim, /<postalCode>[^<]*/, '<postalCode>0000000')],
    { code: 'wrong-value', attribute: null, fault: { kind: 'pattern', limit: '[0-9]{3}-[0-9]{4}' } },
    '/checkupClaim/subjectPerson/addr/postalCode',
  ],
  [
    'a number out of its range, with the range',
    ['cc08', swap(claim, /<claimAmount value="\d+"/, '<claimAmount value="1000000000"')],
    { code: 'wrong-value', fault: { kind: 'range', limit: '0–999999999' } },
    '/checkupClaim/settlement/claimAmount/@value',
  ],
  [
    'an attribute that is missing',
    ['hc08', swap(report, ' moodCode="EVN"', '')],
    { code: 'missing-attribute', attribute: 'moodCode', value: null },
    '/ClinicalDocument/component/structuredBody/component[1]/section/entry[1]/observation/@moodCode',
  ],
  [
    'an attribute that nobody knows',
    ['hc08', swap(report, '<effectiveTime value', '<effectiveTime when="1" value')],
    { code: 'unexpected-attribute', attribute: 'when', expected: ['nullFlavor', 'value'] },
    '/ClinicalDocument/effectiveTime/@when',
  ],
  [
    'a fixed value that is another',
    ['hc08', swap(report, 'root="2.16.840.1.113883.1.3"', 'root="2.16.840.1.113883.1.4"')],
    { code: 'wrong-value', value: '2.16.840.1.113883.1.4', expected: ['2.16.840.1.113883.1.3'] },
    '/ClinicalDocument/typeId/@root',
  ],
  [
    'a type that is none',
    ['hc08', swap(report, 'xsi:type="PQ"', 'xsi:type="PX"')],
    { code: 'wrong-type', attribute: 'xsi:type', value: 'PX' },
    '/ClinicalDocument/component/structuredBody/component[1]/section/entry[1]/observation/value/@xsi:type',
  ],
  [
    'an abstract type without one that stands for it',
    ['hc08', swap(report, ' xsi:type="PQ"', '')],
    { code: 'wrong-type', value: null },
    '/ClinicalDocument/component/structuredBody/component[1]/section/entry[1]/observation/value/@xsi:type',
  ],
  [
    'text between elements',
    ['cc08', swap(claim, '<claimType', 'x<claimType')],
    { code: 'unexpected-text', value: 'x' },
    '/checkupClaim/settlement',
  ],
  [
    'an id given twice',
    ['hc08', swap(report, '<text/>', '<text><content ID="a"/><content ID="a"/></text>')],
    { code: 'repeated-id', attribute: 'ID', value: 'a' },
    '/ClinicalDocument/component/structuredBody/component[1]/section/text/content[2]/@ID',
  ],
  [
    'another root',
    ['hc08', claim],
    { code: 'unknown-root', value: 'checkupClaim', expected: ['ClinicalDocument'] },
    '/checkupClaim',
  ],
] as const;

describe('validateSchema', () => {
  it('says nothing of what we write', () => {
    expect([errorsOf('cc08', claim), errorsOf('hc08', report)]).toEqual([[], []]);
  });

  it.each(cases)('tells %s', (_, [kind, text], error, path) => {
    const [first, ...more] = errorsOf(kind, text);
    expect(first).toMatchObject(error);
    expect(placeOf(first!).path.replaceAll('component/section', 'component[1]/section')).toBe(path);
    expect(more.filter(({ code }) => code !== 'missing-attribute')).toEqual([]);
  });

  it('tells every error of a document, each at its line and column, and goes on behind a bad element', () => {
    const text = [
      [/<claimType code="\d"/, '<claimType code="9"'],
      [/<unitAmount[^>]*>/, ''],
      [/<claimAmount value="\d+"/, '<claimAmount value="-1"'],
    ] as const;
    const broken = text.reduce((changed, [from, to]) => swap(changed, from, to), claim);
    const errors = errorsOf('cc08', broken);
    expect(errors.map(({ code, at }) => [code, at.name])).toEqual([
      ['wrong-value', 'claimType'],
      ['unexpected-element', 'paymentAmount'],
      ['wrong-value', 'claimAmount'],
    ]);
    expect(errors[1]!.expected).toContain('unitAmount');
    const lines = broken.split('\n');
    for (const error of errors) {
      const { line, column } = placeOf(error);
      expect(lines[line - 1]!.slice(column - 1)).toMatch(new RegExp(`^<${error.at.name}`));
    }
  });

  it('judges a tag that was right before by where it stands now, and an ID each time', () => {
    const misplaced = swap(report, '<effectiveTime', '<functionCode code="1"/>\n<effectiveTime');
    const twice = swap(report, /<observation /g, '<observation ID="a1" ');
    const first = [report, misplaced, twice].map((text) => errorsOf('hc08', text).length);
    expect([report, misplaced, twice].map((text) => errorsOf('hc08', text).length)).toEqual(first);
    expect(first[0]).toBe(0);
    expect(first[1]).toBeGreaterThan(0);
  });

  it('keeps a bounded number of errors of a hostile file', () => {
    const hostile = swap(claim, '<claimType', '<x/>'.repeat(5000) + '<claimType');
    expect(errorsOf('cc08', hostile)).toHaveLength(100);
  });

  it('takes what libxml2 takes where it is laxer than the schema: a thumbnail inside an ST', () => {
    const titled = swap(report, '<effectiveTime', '<title>x<thumbnail/></title>\n<effectiveTime');
    expect(compileSchemas(ownSchemaFolder)('hc08', Buffer.from(titled))).toBeNull();
    expect(errorsOf('hc08', titled)).toEqual([]);
  });
});
