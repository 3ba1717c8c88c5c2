import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkupReportDraft, guidanceReportDraft } from '../../test/drafts.js';
import {
  cold,
  edited,
  edits,
  expectCountedOneByOne,
  expectUndeceived,
  told,
} from '../../test/told-of-text.js';
import { writeCheckupReport, writeGuidanceReport } from '../index.js';
import { parseXml } from './parse-xml.js';
import { defaultXmlLimits } from './xml-limits.js';

const documents = [writeCheckupReport(checkupReportDraft), writeGuidanceReport(guidanceReportDraft)].map(
  (bytes) => Buffer.from(bytes).toString(),
);

describe('what is known of texts read before', () => {
  it('lets results be found again, and changes nothing that is said of them', () => {
    const limits = { ...defaultXmlLimits };
    for (const text of documents) {
      const first = told(text, limits);
      for (let again = 0; again < 3; again++) expect(told(text, limits)).toEqual(first);
      const parsed = parseXml(Buffer.from(text), limits);
      const entries = parsed.ok
        ? parsed.root.descend('component', 'structuredBody', 'component', 'section')
        : null;
      const results = entries!.childrenNamed('entry');
      expect(results.length).toBeGreaterThan(0);
      for (const entry of results) expect(entry.passage).not.toBeNull();
    }
  });

  it('says of a document among its mutilated neighbours what it says of it alone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(edits, { minLength: 1, maxLength: 3 }),
        (text, neighbours) => {
          const limits = { ...defaultXmlLimits };
          const family = [text, ...neighbours.map((changes) => edited(text, changes))];
          const alone = family.map(cold);
          for (let again = 0; again < 3; again++) {
            for (const [at, each] of family.entries()) expect(told(each, limits)).toEqual(alone[at]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is never fooled by one change inside a passage', () => {
    const [text] = documents as [string];
    const start = text.indexOf('<entry>');
    const end = text.indexOf('</entry>', start) + '</entry>'.length;
    const limits = { ...defaultXmlLimits };
    for (let again = 0; again < 3; again++) told(text, limits);
    expectUndeceived(text, limits, { start, end, step: 23 });
  });

  it('counts the elements and levels of a passage as if they were read one by one', () => {
    const entry = '<entry><b><c/></b></entry>';
    const text = `<r>${entry.repeat(10)}</r>`;
    expectCountedOneByOne(() => text);
  });

  it('finds an ID that a known passage repeats', () => {
    const marked = documents[0]!.replace('<observation classCode', '<observation ID="a" classCode');
    const [entry] = /<entry>.*?<\/entry>/su.exec(marked)!;
    const twice = marked.replace(entry, entry + entry);
    const limits = { ...defaultXmlLimits };
    const first = cold(twice);
    for (let again = 0; again < 4; again++) expect(told(twice, limits)).toEqual(first);
  });

  it('goes on reading when more is written than it keeps', () => {
    const limits = { ...defaultXmlLimits };
    const text = (from: number) =>
      `<r>${Array.from({ length: 4000 }, (_, at) => `<entry><b c="${from + at}"/></entry>`).join('')}</r>`;
    for (let from = 0; from < 12_000; from += 4000) {
      for (let again = 0; again < 3; again++) {
        const parsed = parseXml(Buffer.from(text(from)), limits);
        const last = parsed.ok ? parsed.root.children.at(-1)!.child('b') : null;
        expect(last?.attribute('c')).toBe(String(from + 3999));
      }
    }
  });

  it('reads hostile nesting of passages in a time that grows with the length', () => {
    const nest = `${'<entry>'.repeat(60)}<!-- ${'x'.repeat(3000)} -->${'</entry>'.repeat(60)}`;
    const parsed = parseXml(Buffer.from(`<r>${nest.repeat(300)}</r>`));
    expect(parsed.ok && parsed.root.children.length).toBe(300);
    const many = Buffer.from(`<r>${'<entry></entry >'.repeat(40_000)}</r>`);
    const unclosed = parseXml(many, { ...defaultXmlLimits, elements: 50_000 });
    expect(unclosed.ok && unclosed.root.children.length).toBe(40_000);
  });
});
