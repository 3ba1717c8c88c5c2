import type { Placed } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';

/** Every date of a record but the birth date (I014); a date left empty belongs to the rule that asks for it. */
export function datesOf(pair: PairFacts): Placed<string>[] {
  const { header, guidance, claim } = pair;
  const asked = [header?.serviceEvent?.date, claim?.ticket?.expiry];
  const tickets = header?.tickets.map((ticket) => ticket.expiry) ?? [];
  const others = [header?.creationDate, header?.authorDate, claim?.agencyResult?.recordDate];
  const acts = guidance?.sections.flatMap(({ acts }) => acts.flatMap((act) => [act.date, act.endDate])) ?? [];
  const dates: Placed<string>[] = [];
  for (const date of [...asked, ...tickets]) if (date && date.value !== '') dates.push(date);
  for (const date of [...others, ...acts]) if (date) dates.push(date);
  return dates;
}
