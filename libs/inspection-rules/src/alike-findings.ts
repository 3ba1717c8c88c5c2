import type { Bilingual } from '@daiko/contracts';
import type { Finding } from './finding.js';
import { currentItem } from './item-names.js';
import { text } from './text.js';

/** Mistakes alike beyond these are said once. */
export const ALIKE_MAX = 3;
/** Items that are named beside the first. */
const NAMED_MAX = 20;

/**
 * Says once what a rule says of many items of one record, at the first of them and with the names of the others: a converter
 * writes wrongly everywhere, or not at all. `countOf` counts by rule what was found, findings that were not kept among them.
 */
export function foldAlike(
  findings: readonly Finding[],
  countOf: ReadonlyMap<string, number> | null,
): Finding[] {
  if (findings.length <= ALIKE_MAX) return [...findings];
  return [...Map.groupBy(findings, faultOf).values()].flatMap((alike) => {
    const [first, ...others] = alike;
    if (first === undefined || alike.length <= ALIKE_MAX) return alike;
    const kept = findings.filter(({ rule }) => rule === first.rule).length;
    const unkept = (countOf?.get(first.rule) ?? kept) - kept;
    return [withOthers(first, others, unkept)];
  });
}

/** Ends of names of the table, such as 腹囲(実測）, which would be taken for quotes. */
const nameEnds = /\([^（）()]*）/g;
const quotes = /（[^）]*）|「[^」]*」/g;

/** What is wrong, whichever item it is wrong of; what is of no item is of its own. */
function faultOf({ rule, severity, item, message: { ja } }: Finding): unknown {
  if (item === null) return Symbol(rule);
  const code = `（${item}）`;
  const behindName = ja.includes(code) ? ja.slice(ja.indexOf(code)) : ja.replace(nameEnds, '');
  return `${rule} ${severity} ${behindName.replace(/^[^「（]*/, '').replace(quotes, '')}`;
}

function withOthers(first: Finding, others: readonly Finding[], unkept: number): Finding {
  const names = [...new Map(others.map((other) => [other.item, nameOf(other)])).values()];
  const listed = (language: keyof Bilingual, comma: string): string =>
    names
      .slice(0, NAMED_MAX)
      .map((name) => name[language])
      .join(comma) + (names.length > NAMED_MAX || unkept > 0 ? '…' : '');
  const where = text(`（${listed('ja', '、')}）`, ` (${listed('en', ', ')})`);
  return { ...first, message: andMore(first.message, others.length + unkept, where) };
}

/** A message that says how often the same stands besides, and where. */
export function andMore({ ja, en }: Bilingual, count: number, where = text('', '')): Bilingual {
  return text(
    `${ja}同じ誤りがほか${count}件あります${where.ja}。`,
    `${en} The same stands ${count} more times${where.en}.`,
  );
}

/** Name of the item of a finding, of an unknown code that of the item which is meant; else as the message begins with it. */
function nameOf({ item, expected, message: { ja, en } }: Finding): Bilingual {
  const official = tableName(item) ?? tableName(expected);
  if (official !== undefined) return text(official, official);
  const [inJa, inEn] = [ja.indexOf(`（${item}）`), en.indexOf(` (${item})`)];
  return inJa > 0 && inEn > 0 ? text(ja.slice(0, inJa), en.slice(0, inEn)) : text(item!.trim(), item!.trim());
}

function tableName(code: string | null): string | undefined {
  return code === null ? undefined : currentItem(code)?.name;
}
