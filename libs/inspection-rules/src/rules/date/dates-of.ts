import type { Bilingual } from '@daiko/contracts';
import type { Placed } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { guidanceSections } from '../../guidance-facts.js';
import { text } from '../../rule.js';

/** A date of a record with its name. */
export interface NamedDate {
  readonly date: Placed<string>;
  readonly name: Bilingual;
}

const names = {
  service: (isGuidance: boolean) =>
    isGuidance ? text('実施日', 'day of the service') : text('健診実施年月日', 'day of the checkup'),
  expiry: text('券の有効期限', 'expiry of the ticket'),
  creation: text('ファイル作成日', 'day on which the file was made'),
  author: text('ファイル作成日（author）', 'day on which the author made the file'),
  result: text('処理結果の記録日', 'day of the adjudication'),
  act: text('保健指導の日付', 'date of guidance'),
  item: (name: string) => text(`項目の実施日（${name}）`, `day of an item (${name})`),
} as const;

/** Days of guidance by the sections of their acts. */
const actNames: Readonly<Record<string, Bilingual>> = {
  [guidanceSections.splitInterview]: text('初回面接①の実施日付', 'day of the first half of the interview'),
  [guidanceSections.interview]: text('初回面接の実施日付', 'day of the first interview'),
  [guidanceSections.support]: text('継続的支援の実施日', 'day of a support'),
  [guidanceSections.interim]: text('中間評価の実施日', 'day of the interim evaluation'),
  [guidanceSections.evaluation]: text('実績評価の実施日付', 'day of the evaluation'),
  [guidanceSections.totals]: text('継続的支援の終了日', 'end of the supports'),
};

/** Every date of a record but the birth date (I014); a date left empty belongs to the rule that asks for it. */
export function datesOf(pair: PairFacts): NamedDate[] {
  const { header, guidance, claim } = pair;
  const dates: NamedDate[] = [];
  const add = (date: Placed<string> | null | undefined, name: Bilingual, isAskedFor = false) => {
    if (date && !(isAskedFor && date.value === '')) dates.push({ date, name });
  };
  add(header?.serviceEvent?.date, names.service(pair.isGuidance), true);
  add(claim?.ticket?.expiry, names.expiry, true);
  for (const ticket of header?.tickets ?? []) add(ticket.expiry, names.expiry, true);
  add(header?.creationDate, names.creation);
  add(header?.authorDate, names.author);
  add(claim?.agencyResult?.recordDate, names.result);
  for (const item of pair.items.dated) {
    // A time of day may follow.
    const date = { value: item.date.slice(0, 8), at: item.at.child('effectiveTime') ?? item.at };
    add(date, names.item(pair.definitionOf(item)?.name ?? item.code));
  }
  for (const { acts } of guidance?.sections ?? []) {
    for (const act of acts) {
      const name = actNames[act.sectionCode] ?? names.act;
      add(act.date, name);
      add(act.endDate, name);
    }
  }
  return dates;
}
