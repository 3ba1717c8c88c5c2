import type { Adjudicator } from '@daiko/exchange-format';
import { parseCalendarDate } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { type Report, text } from '../../rule.js';
import { resultsOf } from './adjudications.js';

const ofKind = text('種別', 'interaction type');
const ofDay = text('処理年月日', 'date');

/** Reports what a 処理結果 says of another 種別 than its archive, of a day to come, or of one before the service itself. */
export function reportResultForm(pair: PairFacts, report: Report): void {
  const { date, serviceDate } = pair;
  for (const { by, result } of resultsOf(pair)) {
    const kinds = kindsOf(pair, by);
    if (kinds === null) continue;
    const { interactionType: type, recordDate: day } = result;
    if (!kinds.includes(type?.value ?? '')) {
      const expected = kinds.join(', ');
      report(type?.at ?? result.at, { value: type?.value ?? null, expected, values: { part: ofKind } });
    }
    if (day === null) continue;
    const isLate = parseCalendarDate(day.value) === null || day.value > date;
    if (!isLate && (serviceDate === null || day.value >= serviceDate)) continue;
    const expected = isLate
      ? text(`${date}以前の暦にある日付`, `a day up to ${date}`)
      : text(`実施日 ${serviceDate} 以後`, `a day from ${serviceDate} on, that of the service`);
    report(day.at, { value: day.value, expected: date, values: { part: ofDay, expected } });
  }
}

/** 種別 that a 処理結果 may name; null for one that another rule speaks of. What the agency passes on may keep the insurer's (F4). */
function kindsOf({ exchange }: PairFacts, by: Adjudicator): readonly string[] | null {
  const kind = exchange?.kind ?? '';
  if (kind === '2') return by === 'agency' ? ['2'] : ['2', '4', '5', '11'];
  return by === 'insurer' ? [kind] : null;
}
