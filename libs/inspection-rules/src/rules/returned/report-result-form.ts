import { parseCalendarDate } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { type Report, text } from '../../rule.js';
import { resultsOf } from './adjudications.js';

const ofKind = text('種別', 'interaction type');
const ofDay = text('処理年月日', 'date');

/** Reports what an insurer's 処理結果 says of another 種別 than its archive, or of a day to come. */
export function reportResultForm(pair: PairFacts, report: Report): void {
  const kind = pair.exchange?.kind ?? '';
  for (const { by, result } of resultsOf(pair)) {
    if (by !== 'insurer') continue;
    const { interactionType: type, recordDate: day } = result;
    if (type?.value !== kind) {
      report(type?.at ?? result.at, { value: type?.value ?? null, expected: kind, values: { part: ofKind } });
    }
    if (day === null || (parseCalendarDate(day.value) !== null && day.value <= pair.date)) continue;
    const values = {
      part: ofDay,
      expected: text(`${pair.date}以前の暦にある日付`, `a day up to ${pair.date}`),
    };
    report(day.at, { value: day.value, expected: pair.date, values });
  }
}
