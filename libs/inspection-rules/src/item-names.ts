import { type CheckupItemDefinition, itemByCode } from '@daiko/exchange-format';

/** Day whose table messages go by. */
const NAMES_AS_OF = '20240401';

/** Item of the table of today, by which messages name items whatever the date of the record; undefined for unknown codes. */
export function currentItem(code: string): CheckupItemDefinition | undefined {
  return itemByCode(code, NAMES_AS_OF);
}

type ItemTable = ReadonlyMap<string, CheckupItemDefinition>;

const namesByTable = new WeakMap<ItemTable, ReadonlyMap<string, CheckupItemDefinition>>();

/** First item of a table that has an official name, letter by letter; undefined for any other name. */
export function itemNamed(table: ItemTable, name: string): CheckupItemDefinition | undefined {
  let names = namesByTable.get(table);
  if (names === undefined) {
    names = new Map([...table.values()].reverse().map((item) => [item.name, item]));
    namesByTable.set(table, names);
  }
  return names.get(name);
}
