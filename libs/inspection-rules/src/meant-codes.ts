import { itemByCode, itemsOn } from '@daiko/exchange-format';
import { testOf } from './item-numbers.js';
import { retiredItems } from './retired-items.js';

/** Shortest beginning of a code that may stand for it: 分析物コード. */
const ANALYTE_LENGTH = 5;

/**
 * Item codes of a day's table that a written code may have been meant for: the same in other widths, letters or with
 * marks between, O for 0 or I for 1; with one character too many, too few or mistyped; its beginning; its test by another
 * method; or another item of its analyte.
 */
export function meantCodesOf(written: string, date: string): readonly string[] {
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  if (code.length < ANALYTE_LENGTH || code.length > 24) return [];
  if (itemByCode(code, date) !== undefined) return [code];
  const inDigits = code.replaceAll('O', '0').replaceAll('I', '1');
  if (itemByCode(inDigits, date) !== undefined) return [inDigits];
  if (retiredItems.has(code)) return [];
  const near: string[] = [];
  const begun: string[] = [];
  const sameTest: string[] = [];
  const [analyte, test] = [code.slice(0, ANALYTE_LENGTH), testOf(code)];
  const sameAnalyte: string[] = [];
  for (const { code: known } of itemsOn(date)) {
    if (known.startsWith(analyte)) sameAnalyte.push(known);
    if (isOneOff(code, known)) near.push(known);
    else if (known.startsWith(code)) begun.push(known);
    else if (testOf(known) === test) sameTest.push(known);
  }
  // An analyte that the table has was not mistyped: only its own items can be meant.
  const fitting = sameAnalyte.length > 0 ? near.filter((known) => known.startsWith(analyte)) : near;
  return [fitting, begun, sameTest, sameAnalyte].find((found) => found.length > 0) ?? [];
}

/** True where one character was left out, put in or mistyped. */
function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [restOne, restOther] = [one.slice(start), other.slice(start)];
  return (
    restOne.slice(1) === restOther.slice(1) ||
    restOne.slice(1) === restOther ||
    restOne === restOther.slice(1)
  );
}
