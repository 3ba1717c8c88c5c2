import type { CheckupReport } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { hasWrongSection } from '../document/section-codes.js';

/** True where a checkup of programme 010 has no section 01010; a section without a code or with a wrong one is X013's. */
export function lacksCheckupSection(checkup: CheckupReport, facts: PairFacts): boolean {
  if (facts.programme !== '010' || checkup.header.reportCode?.value !== '10') return false;
  return !checkup.sections.some(({ code }) => code?.value === '01010') && !hasWrongSection(checkup.sections);
}
