import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkupClaimDraft,
  checkupReportDraft,
  guidanceClaimDraft,
  guidanceReportDraft,
} from '../../test/drafts.js';
import {
  cold,
  edited,
  edits,
  expectCountedOneByOne,
  expectUndeceived,
  told,
} from '../../test/told-of-text.js';
import { writeCheckupClaim, writeCheckupReport, writeGuidanceClaim, writeGuidanceReport } from '../index.js';
import { ownSchema } from '../schemas/own-schemas.js';
import { parseXml } from './parse-xml.js';
import { validateSchema } from './validate-schema.js';
import { defaultXmlLimits, type XmlLimits } from './xml-limits.js';

const documents = [
  writeCheckupReport(checkupReportDraft),
  writeGuidanceReport(guidanceReportDraft),
  writeCheckupClaim(checkupClaimDraft),
  writeGuidanceClaim(guidanceClaimDraft),
].map((bytes) => Buffer.from(bytes).toString());

/** The same document of somebody else: other numbers, names, amounts and results. */
function ofAnother(text: string, person: number): string {
  const turned = (value: string) => value.replace(/\d/g, (digit) => String((Number(digit) + person) % 10));
  return text
    .replace(
      / (extension|value)="([^"]*)"/g,
      (_, name: string, value: string) => ` ${name}="${turned(value)}"`,
    )
    .replace(/>([^<>\n]+)</g, (_, value: string) => `>${turned(value)}${'々'.repeat(person % 3)}<`);
}

/** Limits under which the forms of a document are known. */
function taught(text: string): XmlLimits {
  const limits = { ...defaultXmlLimits };
  for (const person of [0, 1, 2, 3]) parseXml(Buffer.from(ofAnother(text, person)), limits);
  return limits;
}

describe('forms of elements that differ in values', () => {
  it('fills the forms of persons, tickets and amounts with the values of another', () => {
    for (const [text, names] of [
      [documents[0]!, ['recordTarget', 'participant']],
      [documents[2]!, ['subjectPerson', 'checkupCard', 'settlement']],
      [documents[3]!, ['subjectPerson', 'healthGuidanceCard', 'settlement']],
    ] as const) {
      const parsed = parseXml(Buffer.from(ofAnother(text, 5)), taught(text));
      for (const name of names) expect(parsed.ok && parsed.root.child(name)?.form).toBeTruthy();
    }
  });

  it('tells of other values what a reader tells that knows none', () => {
    for (const text of documents) {
      const limits = taught(text);
      for (const person of [4, 5, 6, 7]) {
        const other = ofAnother(text, person);
        expect(told(other, limits)).toEqual(cold(other));
      }
    }
  });

  it('finds the values that a schema refuses, and only these, in a form that was right before', () => {
    const schema = ownSchema('cc08');
    const text = documents[2]!;
    const limits = { ...defaultXmlLimits };
    const errorsOf = (each: string) => {
      const parsed = parseXml(Buffer.from(each), limits);
      return parsed.ok ? validateSchema(parsed.root, schema).map(({ code, value }) => [code, value]) : null;
    };
    const born = (day: string) =>
      text.replace('<birthTime value="19700101"/>', `<birthTime value="${day}"/>`);
    for (const day of ['19700101', '19710101', '19720101']) expect(errorsOf(born(day))).toEqual([]);
    expect(errorsOf(born('of old'))).toEqual([['wrong-value', 'of old']]);
    expect(errorsOf(born(''))).toEqual([['wrong-value', '']]);
    expect(errorsOf(born('19730101'))).toEqual([]);
  });

  it('says of a document among its mutilated neighbours what it says of it alone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(fc.tuple(fc.nat({ max: 9 }), edits), { minLength: 1, maxLength: 3 }),
        (text, neighbours) => {
          const limits = taught(text);
          const family = neighbours.map(([person, changes]) => edited(ofAnother(text, person), changes));
          const alone = family.map(cold);
          for (let again = 0; again < 2; again++) {
            for (const [at, each] of family.entries()) expect(told(each, limits)).toEqual(alone[at]);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is never fooled by one change inside a form', () => {
    for (const [text, tag] of [
      [documents[0]!, 'recordTarget'],
      [documents[2]!, 'checkupCard'],
    ] as const) {
      const limits = taught(text);
      const start = text.indexOf(`<${tag}>`);
      const end = text.indexOf(`</${tag}>`, start) + tag.length + 3;
      expectUndeceived(text, limits, { start, end, step: 97 });
    }
  });

  it('counts the elements and levels of a form as if they were read one by one', () => {
    const text = (value: number) =>
      `<r>${`<settlement><a b="${value}"><c/></a></settlement>`.repeat(10)}</r>`;
    expectCountedOneByOne(text);
  });

  it('reads on when there is more to learn than it keeps, and elements too large for a form', () => {
    const limits = { ...defaultXmlLimits };
    const many = (value: number) =>
      Array.from({ length: 1500 }, (_, at) => `<settlement><a${at} b="${value}"/></settlement>`).join('');
    const large = (value: number) => `<settlement>${`<a b="${value}"/>`.repeat(200)}</settlement>`;
    for (const value of [1, 2, 3, 4]) {
      const parsed = parseXml(Buffer.from(`<r>${large(value)}${many(value)}</r>`), limits);
      const [first, ...rest] = parsed.ok ? parsed.root.children : [];
      expect(first?.children.map((child) => child.attribute('b'))).toEqual(Array(200).fill(String(value)));
      expect(rest.map((each) => each.children[0]?.attribute('b'))).toEqual(Array(1500).fill(String(value)));
    }
  });
});
