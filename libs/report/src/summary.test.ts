import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { severities } from '@daiko/contracts';
import { finding, record, sampleHeader, sampleSummary } from '../test/sample-report.js';
import { LISTED_RECORDS, PLACES_OF_A_DEFECT, Summing } from './summary.js';

describe('a summed report', () => {
  it('shows what repeats once, with its count and its first places', () => {
    const [first] = sampleSummary().defects;
    expect(first).toMatchObject({ rule: 'M003', count: 25, recordCount: 25, item: '9N011000000000001' });
    expect(first?.places.map(({ record: at }) => at)).toEqual([...Array(PLACES_OF_A_DEFECT).keys()]);
    expect(first?.places[0]).toMatchObject({ ticketNumber: '26000000000', line: 40 });
  });

  it('counts records beside findings where one record has a defect twice', () => {
    const summing = new Summing();
    summing.addRecord(record(0, [finding('V003', 'return'), finding('V003', 'return')]));
    summing.addRecord(record(1, [finding('V003', 'return')]));
    expect(summing.summary(sampleHeader).defects).toMatchObject([{ count: 3, recordCount: 2 }]);
  });

  it('puts first what weighs most, then what is most frequent, then what a return names first', () => {
    const summing = new Summing();
    summing.addArchive([finding('A011', 'warning'), finding('A013', 'refuse')]);
    const often = Array.from({ length: 3 }, () => finding('V015', 'query', { returnReason: null }));
    const claims = [finding('P006', 'return', { returnReason: '07' }), finding('M001', 'return')];
    const ticket = finding('T003', 'return', { returnReason: '05' });
    summing.addRecord(record(0, [...often, ...claims, ticket]));
    summing.addRecord(record(1, claims.slice(1)));
    const order = summing.summary(sampleHeader).defects.map(({ rule }) => rule);
    expect(order).toEqual(['A013', 'M001', 'T003', 'P006', 'V015', 'A011']);
  });

  it('loses no finding, whatever comes', () => {
    const findings = fc.array(
      fc
        .tuple(fc.constantFrom('M001', 'M002', 'P006'), fc.constantFrom(...severities), fc.string())
        .map(([rule, severity, item]) => finding(rule, severity, { item })),
    );
    fc.assert(
      fc.property(findings, fc.array(findings), (archive, records) => {
        const summing = new Summing();
        summing.addArchive(archive);
        records.forEach((each, index) => summing.addRecord(record(index, each)));
        const { defects, verdicts } = summing.summary(sampleHeader);
        const total = archive.length + records.flat().length;
        expect(defects.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(records.length);
        const keys = defects.map(({ rule, severity, item }) => JSON.stringify([rule, severity, item]));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('does not grow with an archive that brings a new item code in every record', () => {
    const summing = new Summing();
    for (let index = 0; index < 5000; index++) {
      summing.addRecord(record(index, [finding('V001', 'return', { item: `unknown-${index}` })]));
    }
    const { defects, records, recordsLeftOut } = summing.summary(sampleHeader);
    expect(defects.length).toBeLessThanOrEqual(1001);
    expect(defects.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
    expect([records.length, recordsLeftOut]).toEqual([LISTED_RECORDS, 5000 - LISTED_RECORDS]);
  });
});
