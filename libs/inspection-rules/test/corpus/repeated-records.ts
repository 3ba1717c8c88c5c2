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
