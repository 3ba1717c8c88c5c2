import type { CheckupReport } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { hasWrongSection } from '../document/section-codes.js';

/** Sections by programme. */
const sectionsOf: Readonly<Record<string, string>> = { '010': '01010', '020': '01020' };

/** Section of the programme of a checkup; null for any other programme. */
export function programmeSectionOf({ programme }: PairFacts): string | null {
  return sectionsOf[programme] ?? null;
}

/** True where a checkup has no section of its programme; a section without a code or with a wrong one is X013's. */
export function lacksCheckupSection(checkup: CheckupReport, facts: PairFacts): boolean {
  const own = programmeSectionOf(facts);
  if (own === null || checkup.header.reportCode?.value !== '10') return false;
  return !checkup.sections.some(({ code }) => code?.value === own) && !hasWrongSection(checkup.sections);
}
