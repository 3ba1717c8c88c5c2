import { daysBetween } from '@daiko/exchange-format';
import type { Facts } from './frame.js';
import type { Finding } from './finding.js';
import type { MasterVersion, RecordMasters } from './record-masters.js';

/** The masters an insurer supplied. */
export function suppliedMasters({ tickets, members, contracts }: RecordMasters): readonly MasterVersion[] {
  return [tickets, members, contracts].filter((master) => master !== 'none');
}

/** True where some master of the insurer is too old to return records by (T025). */
export function isAnyStale(masters: RecordMasters, { date, settings }: Facts): boolean {
  if (masters.tickets === 'none' && masters.members === 'none' && masters.contracts === 'none') return false;
  return suppliedMasters(masters).some(
    ({ importedOn }) => importedOn < date && daysBetween(importedOn, date) > settings.masterDaysMax,
  );
}

/** What would return a record asks instead; in place. */
export function softenReturns(findings: Finding[]): void {
  findings.forEach((finding, at) => {
    if (finding.severity === 'return') findings[at] = { ...finding, severity: 'query' };
  });
}
