import type { PairFacts } from '../../facts.js';
import type { Report } from '../../rule.js';
import { resultsOf } from './adjudications.js';

/** Reports what an insurer's 処理結果 says of another 種別 than its archive, or of a day to come. */
export function reportResultForm(pair: PairFacts, report: Report): void {
  const kind = pair.exchange?.kind ?? '';
  for (const { by, result } of resultsOf(pair)) {
    if (by !== 'insurer') continue;
    const { interactionType: type, recordDate: day } = result;
    if (type?.value !== kind) report(type?.at ?? result.at, { value: type?.value ?? null, expected: kind });
    if (day !== null && day.value > pair.date) report(day.at, { value: day.value, expected: pair.date });
  }
}
