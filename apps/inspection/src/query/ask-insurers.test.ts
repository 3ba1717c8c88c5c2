import { describe, expect, it } from '@jest/globals';
import type { InspectedRecord } from '@daiko/contracts';
import { defaultSettings, type InspectionSettings } from '@daiko/inspection-rules';
import type { ServiceTransaction } from '@daiko/messaging';
import { askByTerms } from './ask-insurers.js';

const eager = '06139992';
const record = {
  verdict: 'query',
  insurerNumber: eager,
  serviceDate: '20261001',
} as const satisfies Partial<InspectedRecord>;
const submission = {
  submissionId: '0193a6d2-4c00-7000-8000-000000000001',
  kind: 'checkup',
  inspectionDate: '20261124',
} as const;

/** What would be asked of whom. */
async function askedOf(records: Partial<InspectedRecord>[], settings: Partial<InspectionSettings>) {
  const asked: [insurer: unknown, indexes: unknown][] = [];
  const tx = {
    query: async (_sql: string, [, , , , indexes]: unknown[]) =>
      (indexes as number[]).map((index) => ({ index })),
    publish: (_type: string, _subject: string, data: { insurerNumber: string; indexes: number[] }) =>
      void asked.push([data.insurerNumber, data.indexes]),
  };
  const numbered = records.map((one, index) => ({ index, ...one }));
  await askByTerms(
    tx as unknown as ServiceTransaction,
    submission,
    numbered as InspectedRecord[],
    { ...defaultSettings('91399113'), ...settings },
    new Date(),
  );
  return asked;
}

// An insurer whose terms want it is asked as soon as a record is doubtful; nobody else is.
describe('queries that are put by terms', () => {
  const insurerTerms = [{ insurer: eager, terms: { areQueriesAsked: true } }];

  it('asks nobody unless terms say so', async () => {
    expect(await askedOf([record], {})).toEqual([]);
  });

  it('asks the insurer with its doubtful records only', async () => {
    const records: Partial<InspectedRecord>[] = [
      record,
      { ...record, verdict: 'accepted' },
      { ...record, insurerNumber: '00011007' },
      { ...record, insurerNumber: null },
      record,
    ];
    expect(await askedOf(records, { insurerTerms })).toEqual([[eager, [0, 4]]]);
  });

  it('heeds kind and period of the terms', async () => {
    const later = [{ insurer: eager, validFrom: '20261002', terms: { areQueriesAsked: true } }];
    expect(await askedOf([record], { insurerTerms: later })).toEqual([]);
    const guidance = [{ insurer: eager, kind: '2' as const, terms: { areQueriesAsked: true } }];
    expect(await askedOf([record], { insurerTerms: guidance })).toEqual([]);
  });
});
