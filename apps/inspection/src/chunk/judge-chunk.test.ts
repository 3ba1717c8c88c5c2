import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { messageBytesMax, type RecordVerdict } from '@daiko/contracts';
import { defaultSettings, type RecordReport } from '@daiko/inspection-rules';
import { ClaimKeys, entrants, inspectedRecords, type JudgedRecord } from './judge-chunk.js';

const settings = defaultSettings('91399998');
const returnDuplicates = (judged: JudgedRecord[], taken: Set<string>, by = settings) => {
  const keys = new ClaimKeys(new Set(taken), by);
  return judged.map((record) => keys.resolve(record, false));
};

function aRecord(index: number, verdict: RecordVerdict, key: string | null): JudgedRecord {
  const report: RecordReport = {
    index,
    verdict,
    file: `DATA/h${index}.xml`,
    claim: `CLAIMS/c${index}.xml`,
    findings: [],
    returnReason: null,
    returnText: null,
    isReadable: true,
    insurerNumber: '06139992',
    ticketNumber: null,
    serviceDate: '20261001',
    claimFacts: null,
    identity: null,
    duplicateKey: null,
    memory: null,
    statistics: null,
    schemaVerdicts: { result: null, claim: null },
    resultEntry: null,
    claimEntry: null,
    faults: [],
  };
  return { report, personDigest: Buffer.alloc(16), claimKey: key === null ? null : Buffer.from(key) };
}

const anyRecord = fc.record({
  verdict: fc.constantFrom<RecordVerdict>('accepted', 'query', 'returned', 'held'),
  key: fc.constantFrom('a', 'b', 'c', null),
});

describe('resolving duplicates of a chunk', () => {
  it('leaves at most one good or doubtful record per key, and none whose key is taken', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 20 }), fc.subarray(['a', 'b', 'c']), (plan, taken) => {
        const judged = plan.map(({ verdict, key }, index) => aRecord(index, verdict, key));
        const takenKeys = new Set(taken.map((key) => Buffer.from(key).toString('hex')));
        const resolved = returnDuplicates(judged, takenKeys);
        const left = resolved.filter(
          ({ report, claimKey }) => claimKey !== null && ['accepted', 'query'].includes(report.verdict),
        );
        const keys = left.map(({ claimKey }) => claimKey?.toString());
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) expect(taken).not.toContain(key);
        expect(entrants(resolved)).toEqual(left);
      }),
    );
  });

  it('never lets a returned or held record block a later one', () => {
    const judged = [aRecord(0, 'returned', 'a'), aRecord(1, 'held', 'a'), aRecord(2, 'accepted', 'a')];
    expect(returnDuplicates(judged, new Set()).map(({ report }) => report.verdict)).toEqual([
      'returned',
      'held',
      'accepted',
    ]);
  });

  it('returns the later of two with rule H001 and its reason', () => {
    const judged = [aRecord(0, 'accepted', 'a'), aRecord(1, 'accepted', 'a')];
    const [first, second] = inspectedRecords(returnDuplicates(judged, new Set()));
    expect(first).toMatchObject({ verdict: 'accepted', findings: [] });
    expect(second).toMatchObject({ verdict: 'returned', returnReason: '09' });
    expect(second?.findings.map(({ rule }) => rule)).toEqual(['H001']);
    expect(second?.returnText).toContain('H001');
  });
});

describe('a repetition that the settings soften', () => {
  it('passes or waits without holding the key, so that the first claim keeps it', () => {
    const judged = [aRecord(0, 'accepted', 'a'), aRecord(1, 'accepted', 'a')];
    for (const [severity, verdict] of [
      ['off', 'accepted'],
      ['warning', 'accepted'],
      ['query', 'query'],
    ] as const) {
      const soft = { ...settings, severities: { H001: severity } };
      const [first, second] = returnDuplicates(judged, new Set(), soft);
      expect(first?.claimKey).not.toBeNull();
      expect(second).toMatchObject({ claimKey: null, report: { verdict } });
    }
  });
});

describe('the records of a chunk as one message carries them', () => {
  const finding = {
    rule: 'V004',
    level: 6,
    severity: 'return',
    returnReason: '03',
    file: `DATA/h${'1'.repeat(26)}.xml`,
    line: 120,
    xpath: `/ClinicalDocument/${'component/'.repeat(20)}value`,
    item: '9N001000000000001',
    value: null,
    expected: null,
    message: { ja: '', en: '' },
    remedy: { ja: '', en: '' },
  } as const;
  const withFindings = (index: number, count: number): JudgedRecord => {
    const record = aRecord(index, 'returned', null);
    return { ...record, report: { ...record.report, findings: Array(count).fill(finding) } };
  };

  it('stay within the bound of a message however much is wrong with every one of them', () => {
    const records = inspectedRecords(Array.from({ length: 256 }, (_, index) => withFindings(index, 200)));
    expect(Buffer.byteLength(JSON.stringify(records))).toBeLessThan(messageBytesMax);
    expect(records).toHaveLength(256);
    for (const { findings } of records) expect(findings.length).toBeGreaterThan(0);
  });

  it('name the duplicate even of a record that has as many findings as a message takes', () => {
    const full = withFindings(1, 200);
    const second = {
      ...full,
      report: { ...full.report, verdict: 'query' as const },
      claimKey: Buffer.from('a'),
    };
    const [, record] = inspectedRecords(returnDuplicates([aRecord(0, 'accepted', 'a'), second], new Set()));
    expect(record?.findings).toHaveLength(200);
    expect(record?.findings.map(({ rule }) => rule)).toContain('H001');
  });

  it('keep all findings where they fit', () => {
    const records = inspectedRecords(Array.from({ length: 20 }, (_, index) => withFindings(index, 150)));
    for (const { findings } of records) expect(findings).toHaveLength(150);
  });
});
