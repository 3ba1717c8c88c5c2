import type { CheckupRecord, GuidanceRecord } from '@daiko/synthetic';
import { isCheckup, isGuidance, neighboursOf } from './valid-records.js';

/** The record before the target. */
export function checkupBefore(): CheckupRecord {
  const { record } = neighboursOf('basic')[1]!;
  if (!isCheckup(record)) throw new Error('a checkup was expected');
  return record;
}

export function guidanceBefore(): GuidanceRecord {
  const { record } = neighboursOf('motivational, first')[1]!;
  if (!isGuidance(record)) throw new Error('a guidance was expected');
  return record;
}

/** Somebody else with the same ticket of the same insurer. */
export function ofAnother<R extends CheckupRecord | GuidanceRecord>(
  record: R,
  person: Partial<Pick<CdaPatient, 'number' | 'birthDate' | 'name'>> = {
    number: '９９９９９９０１',
    birthDate: '19670222',
    name: 'カクウハナコ',
  },
): R {
  const { report, claim } = record;
  const { header } = report;
  return {
    ...record,
    claim: { ...claim, subject: { ...claim.subject, ...person } },
    report: { ...report, header: { ...header, patient: { ...header.patient, ...person } } },
  };
}

type CdaPatient = CheckupRecord['report']['header']['patient'];
