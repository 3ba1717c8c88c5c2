import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkupClaimDraft,
  checkupReportDraft,
  dockClaimDraft,
  guidanceClaimDraft,
  guidanceReportDraft,
  indexDraft,
  summaryDraft,
} from '../../test/drafts.js';
import { compileOfficialSchemas, officialSchemasPresent } from '../../test/official-schema.js';
import {
  adjudicateClaim,
  detectDocument,
  parseXml,
  pathOf,
  readCheckupClaim,
  readCheckupReport,
  readGuidanceClaim,
  readGuidanceReport,
  readIndex,
  readSummary,
  writeCheckupClaim,
  writeCheckupReport,
  writeGuidanceClaim,
  writeGuidanceReport,
  writeIndex,
  writeSummary,
  type XmlElement,
} from '../index.js';

const adjudication = {
  interactionType: '2',
  recordDate: '20240620',
  reasonCode: '02',
  text: '[M003]BMI < 記録 & 確認',
};

function rootOf(bytes: Uint8Array): XmlElement {
  const parsed = parseXml(bytes);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.defects));
  return parsed.root;
}

const written = [
  ['ix08', writeIndex(indexDraft)],
  ['su08', writeSummary(summaryDraft)],
  ['cc08', writeCheckupClaim(checkupClaimDraft)],
  ['cc08', writeCheckupClaim(dockClaimDraft)],
  ['cc08', adjudicateClaim(writeCheckupClaim(checkupClaimDraft), adjudication)],
  [
    'cc08',
    adjudicateClaim(
      adjudicateClaim(writeCheckupClaim(checkupClaimDraft), { ...adjudication, by: 'insurer' }),
      adjudication,
    ),
  ],
  ['gc08', writeGuidanceClaim(guidanceClaimDraft)],
  ['gc08', adjudicateClaim(writeGuidanceClaim(guidanceClaimDraft), { ...adjudication, by: 'insurer' })],
  ['gc08', adjudicateClaim(writeGuidanceClaim(guidanceClaimDraft), { ...adjudication, text: '' })],
  ['hc08', writeCheckupReport(checkupReportDraft)],
  ['hg08', writeGuidanceReport(guidanceReportDraft)],
] as const;

describe('what we write', () => {
  it.each(written)('a written %s is recognised as what it is', (kind, bytes) => {
    expect(detectDocument(rootOf(bytes))).toEqual({ kind, generation: 'v4' });
  });

  const withSchemas = officialSchemasPresent ? it : it.skip;
  withSchemas('every written document is valid against the official schema', () => {
    const violation = compileOfficialSchemas();
    for (const [kind, bytes] of written) expect([kind, violation(kind, bytes)]).toEqual([kind, null]);
    expect(violation('cc08', writeSummary(summaryDraft))).not.toBeNull();
  });
  (officialSchemasPresent ? it.skip : it)(
    'the official schemas are not beside this checkout: not compared',
    () => {
      expect(officialSchemasPresent).toBe(false);
    },
  );
});

describe('claims', () => {
  it('a checkup claim comes back with numbers, raw text and place of every amount', () => {
    const claim = readCheckupClaim(rootOf(writeCheckupClaim(checkupClaimDraft)));
    expect(claim.paymentForBasic).toMatchObject({ value: 1000, raw: '001000' });
    expect(pathOf(claim.paymentForBasic!.at)).toBe('/checkupClaim/settlement/paymentForBasic/amount');
    expect(claim.charges.detail?.rate).toMatchObject({ value: 30000, raw: '030000' });
    expect(claim.unitPriceDetails[0]).toMatchObject({ amount: { value: 1500 }, observation: { value: '2' } });
    expect(claim.subject?.address?.value).toBe('東京都架空区１－２－３');
    expect(claim.subject?.postalCode?.value).toBe('000-0000');
    expect(claim.subject?.insurance?.branchCode?.value).toBe('00');
    expect(claim.ticket?.number?.value).toBe('24100000001');
    expect(claim.paymentByOtherProgram).toBeNull();
    expect(claim.claimAmount?.at.line).toBeGreaterThan(10);
  });

  it('a ドック claim keeps copayment and limit apart', () => {
    const { charges, unitPriceOthers } = readCheckupClaim(rootOf(writeCheckupClaim(dockClaimDraft)));
    expect(charges.dockCopayment?.rate?.value).toBe(20000);
    expect(charges.dockLimit?.amount?.value).toBe(25000);
    expect(unitPriceOthers).toMatchObject([
      { amount: { value: 40000 }, observation: null, hasObservation: false },
    ]);
  });

  it('a guidance claim comes back with its amounts', () => {
    const claim = readGuidanceClaim(rootOf(writeGuidanceClaim(guidanceClaimDraft)));
    expect(claim.paymentRate?.value).toBe(40);
    expect(claim.ticket?.checkupTicketNumber?.value).toBe('24100000001');
    expect(claim.calculatedAmount?.value).toBe(10000);
    expect(claim.paymentStatus?.value).toBe('1');
    expect(claim.pointCountCompleted).toBeNull();
  });

  it('an empty claim of the older namespace is read without failing', () => {
    const root = rootOf(Buffer.from('<checkupClaim xmlns="http://tokuteikenshin.jp/checkup/2007"/>'));
    expect(detectDocument(root)).toEqual({ kind: 'cc08', generation: 'v3' });
    expect(readCheckupClaim(root)).toMatchObject({ subject: null, claimAmount: null, unitPriceOthers: [] });
  });
});

describe('adjudicateClaim', () => {
  const insurer = '<x:insurerAdjudicationResult>今</x:insurerAdjudicationResult>';
  const claim = Buffer.from(
    `\ufeff<?xml version="1.0"?>\r\n<!-- <a> -->\r\n<x:checkupClaim  xmlns:x='u'>\r\n<x:settlement a=">"/>\r\n${insurer}\r\n</x:checkupClaim >\r\n`,
  );

  it('leaves every byte outside the result as received and stands before the insurer', () => {
    const result = Buffer.from(adjudicateClaim(claim, adjudication)).toString();
    const at = result.indexOf('<x:agencyAdjudicationResult>');
    const end = result.indexOf('<x:insurerAdjudicationResult>');
    expect(result.slice(0, at) + result.slice(end)).toBe(claim.toString());
    expect(result.slice(at, end)).toContain('BMI &lt; 記録 &amp; 確認');
  });

  it('replaces an earlier result of the agency, so that twice equals once', () => {
    const once = adjudicateClaim(claim, { ...adjudication, reasonCode: '09' });
    expect(Buffer.from(adjudicateClaim(once, adjudication))).toEqual(
      Buffer.from(adjudicateClaim(claim, adjudication)),
    );
  });

  it('leaves damaged claims as they are outside the result, and never throws', () => {
    const source = Buffer.from(writeCheckupClaim(checkupClaimDraft)).toString('latin1');
    fc.assert(
      fc.property(fc.nat({ max: source.length }), fc.nat({ max: 30 }), fc.string(), (at, length, noise) => {
        const damaged = Buffer.from(source.slice(0, at) + noise + source.slice(at + length), 'latin1');
        const result = Buffer.from(adjudicateClaim(damaged, adjudication)).toString('latin1');
        const written = /<([^\s<>:]*:)?agencyAdjudicationResult>.*<\/\1?agencyAdjudicationResult>/s;
        expect(result.replace(written, '')).toBe(damaged.toString('latin1'));
      }),
    );
  });

  it('cuts the text at 100 characters, counted as characters', () => {
    const claimBytes = writeCheckupClaim(checkupClaimDraft);
    const long = adjudicateClaim(claimBytes, { ...adjudication, text: '𠮷'.repeat(101) });
    expect(readCheckupClaim(rootOf(long)).agencyResult?.text?.value).toBe('𠮷'.repeat(100));
  });

  it.each(['', 'no markup', '<checkupClaim', '<checkupClaim><a>', '<checkupClaim/>'])(
    'gives %p back unchanged because no root closes in it',
    (text) => {
      const bytes = Buffer.from(text);
      expect(adjudicateClaim(bytes, adjudication)).toEqual(bytes);
    },
  );
});

describe('results', () => {
  const report = readCheckupReport(rootOf(writeCheckupReport(checkupReportDraft)));
  const item = (code: string) => report.items.find((candidate) => candidate.code === code)!;

  it('a checkup comes back with header, ticket, organisations and date', () => {
    const { header } = report;
    expect(header.reportCode).toMatchObject({ value: '10', codeSystem: '1.2.392.200119.6.1001' });
    expect(header.patient).toMatchObject({
      insurerNumber: { value: '06139992' },
      branch: { value: '00' },
      name: { value: 'テストタロウ' },
      gender: { value: '1' },
      birthDate: { value: '19700101' },
      address: { value: '東京都架空区１－２－３' },
      postalCode: { value: '000-0000' },
    });
    expect(pathOf(header.patient!.number!.at)).toBe('/ClinicalDocument/recordTarget/patientRole/id[3]');
    expect(header.checkupTicket).toMatchObject({
      number: { value: '24100000001' },
      insurerNumberInRoot: '06139992',
      insurerNumber: { value: '06139992' },
      expiry: { value: '20250331' },
    });
    expect(header.serviceEvent).toMatchObject({
      code: { value: '010' },
      date: { value: '20240601' },
      performer: { number: { value: '1329999997' }, telecom: { value: 'tel:00-0000-0000' } },
    });
    expect(header.authorOrganization?.name?.value).toBe('架空健診センター');
  });

  it('every state of an item is told apart', () => {
    expect(item('9N001000000000001')).toMatchObject({
      state: 'VALUE',
      number: 170,
      unit: 'cm',
      sectionCode: '01010',
    });
    expect(item('2A020000001930101')).toMatchObject({ state: 'VALUE', valueCount: 2, mark: { value: 'H' } });
    expect(item('9N736000000000011')).toMatchObject({
      state: 'VALUE',
      valueCode: '3',
      valueCodeSystem: '1.2.392.200119.6.24060',
    });
    expect(item('1A020000000191111').state).toBe('UNMEAS');
    expect(item('1A010000000191111').state).toBe('NOTDONE');
    expect(item('9N511000000000049')).toMatchObject({
      state: 'VALUE',
      value: '異常なし',
      authorName: { value: '架空医師' },
    });
    expect(item('3F070000002327101')).toMatchObject({
      methodCode: { value: '3F07010000' },
      interpretation: { value: 'L' },
      referenceRanges: [{ low: '40', high: '100', lowUnit: 'mg/dL' }],
    });
  });

  it('members of a group know wrapper and relation', () => {
    expect(item('9A110160700000011')).toMatchObject({ relation: 'COMP' });
    expect(item('9A110161000000049').group).toBe(item('9A110160700000011').group);
    expect(item('9N001000000000001').group).toBeNull();
    expect(report.uncoded).toEqual([]);
  });

  it.each([
    ['<value xsi:type="PQ" value="1,70" unit="cm"/>', 'BAD'],
    ['<value xsi:type="PQ" value="１７０" unit="cm"/>', 'BAD'],
    ['<value xsi:type="ST">170</value>', 'BAD'],
    ['<value xsi:type="PQ" nullFlavor="UNK"/>', 'BAD'],
    ['', 'BAD'],
    ['<value xsi:type="PQ" nullFlavor="NI"/>', 'UNMEAS'],
    ['<value xsi:type="CD" code="L" codeSystem="2.16.840.1.113883.5.83"/>', 'VALUE'],
    ['<value xsi:type="PQ" value="170" unit="cm"/>', 'VALUE'],
  ])('a height written as %s is %s', (value, state) => {
    const document = `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><component><structuredBody><component><section><entry><observation><code code="9N001000000000001"/>${value}</observation></entry></section></component></structuredBody></component></ClinicalDocument>`;
    expect(readCheckupReport(rootOf(Buffer.from(document))).items.map((read) => read.state)).toEqual([state]);
  });

  it('a guidance document comes back with acts, moods and items', () => {
    const guidance = readGuidanceReport(rootOf(writeGuidanceReport(guidanceReportDraft)));
    expect(guidance.header.guidanceTicket?.number?.value).toBe('24200000001');
    expect(guidance.sections.map((section) => section.code?.value)).toEqual(['90010', '90030']);
    expect(guidance.sections[1]!.acts[0]).toMatchObject({
      mood: 'EVN',
      form: { value: '1' },
      date: { value: '20240620' },
      implementer: { value: '2' },
    });
    expect(guidance.items.map(({ code, mood, state, number }) => [code, mood, state, number])).toEqual([
      ['1020000001', 'EVN', 'VALUE', null],
      ['1020000004', 'EVN', 'VALUE', null],
      ['1022000013', 'EVN', 'VALUE', 30],
      ['1021001031', 'GOL', 'VALUE', 83],
      ['1021001059', 'INT', 'VALUE', 200],
    ]);
  });
});

describe('envelope', () => {
  it('index and summary come back as written', () => {
    expect(readIndex(rootOf(writeIndex(indexDraft)))).toMatchObject({
      interactionType: { value: '1' },
      sender: { value: '1329999997', root: '1.2.392.200119.6.102' },
      receiver: { value: '91399113' },
      totalRecordCount: { value: 2 },
    });
    expect(readSummary(rootOf(writeSummary(summaryDraft)))).toMatchObject({
      totalCostAmount: { value: 9500 },
      totalPaymentByOtherProgram: { value: 0 },
      totalClaimAmount: { value: 8050, raw: '8050' },
    });
  });
});
