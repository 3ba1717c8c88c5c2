import { itemByCode } from '@daiko/exchange-format';
import type { Finding } from './finding.js';
import { text } from './text.js';

/** Items of a record of which a rule says the same; beyond these it is said once. */
const ALIKE_MAX = 3;
/** Items that are named beside the first. */
const NAMED_MAX = 20;
/** Day whose table names the items. */
const NAMES_AS_OF = '20240401';

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
const nameParts = /\([^（）()]*）/g;
const quotes = /（[^）]*）|「[^」]*」/g;

/** What is wrong, whichever item it is wrong of; what is of no item is of its own. */
function faultOf({ rule, severity, item, message }: Finding): unknown {
  if (item === null) return Symbol(rule);
  const said = message.ja
    .replace(nameParts, '')
    .replace(/^[^「（]*/, '')
    .replace(quotes, '');
  return `${rule} ${severity} ${said}`;
}

function withOthers(first: Finding, others: readonly Finding[], unkept: number): Finding {
  const all = [...new Set(others.map(nameOf))];
  const names = all.slice(0, NAMED_MAX);
  const more = all.length > NAMED_MAX || unkept > 0 ? '…' : '';
  const count = others.length + unkept;
  const { ja, en } = first.message;
  const message = text(
    `${ja}同じ誤りがほか${count}件あります（${names.join('、')}${more}）。`,
    `${en} The same stands ${count} more times (${names.join(', ')}${more}).`,
  );
  return { ...first, message };
}

/** Name of the item of a finding, of an unknown code that of the item which is meant. */
function nameOf({ item, expected }: Finding): string {
  const named = (code: string | null) => (code === null ? undefined : itemByCode(code, NAMES_AS_OF)?.name);
  return named(item) ?? named(expected) ?? item!.trim();
}
