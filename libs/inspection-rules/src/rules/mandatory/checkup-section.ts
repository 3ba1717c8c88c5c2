import type { CheckupReport } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { programmeSectionOf } from '../../programme-sections.js';
import { hasWrongSection } from '../document/section-codes.js';

/** True where a checkup has no section of its programme; a section without a code or with a wrong one is X013's. */
export function lacksCheckupSection(checkup: CheckupReport, facts: PairFacts): boolean {
  const own = programmeSectionOf(facts.programme);
  if (own === null || checkup.header.reportCode?.value !== '10') return false;
  return !checkup.sections.some(({ code }) => code?.value === own) && !hasWrongSection(checkup.sections);
}
