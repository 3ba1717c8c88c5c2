import type { Bilingual } from '@daiko/contracts';
import { calendarDate, itemByCode } from '@daiko/exchange-format';
import { FOURTH_PERIOD_START } from '../../frame.js';
import { type MessageValues, type ReportDetails, text } from '../../rule.js';
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

/** What people call an item: its name in the standard, its code in English. */
export function nameOfItem(item: string): Bilingual {
  return text(itemByCode(item, calendarDate(FOURTH_PERIOD_START))?.name ?? item, `item ${item}`);
}
