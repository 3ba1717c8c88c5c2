import type { CheckupItemDefinition } from '@daiko/exchange-format';

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
