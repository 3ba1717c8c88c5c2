import type { MessageValues, ReportDetails } from '../../rule.js';
import type { InstitutionStatistics } from '../../statistics/institution-statistics.js';

/** Whose statistics a finding is about, for its message; the archive itself is the place. */
export function ofInstitution(
  own: InstitutionStatistics,
  details: Pick<ReportDetails, 'item' | 'value' | 'expected'>,
  more: MessageValues = {},
): ReportDetails {
  const { institution, fiscalYear: year, recordCount: records } = own;
  return { ...details, values: { institution, year, records, ...more } };
}
