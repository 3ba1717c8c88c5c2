import { checkupItemTable } from './data/checkup-items.js';
import { type CheckupItemDefinition, type Programme, programmes } from './item-table.js';

const blank = {
  format: '',
  unit: '',
  codeSystem: '',
  method: '',
  group: '',
  relation: '',
  dependsOn: '',
  authorItem: '',
} as const;

const editions = [checkupItemTable].map(({ validFrom, validTo, items }) => ({
  validFrom,
  validTo,
  byCode: new Map<string, CheckupItemDefinition>(items.map((item) => [item.code, { ...blank, ...item }])),
}));

/**
 * Item of the table that holds on `date` (健診実施年月日, YYYYMMDD); undefined when the code is unknown.
 * Dates before the first edition use the first edition, because older tables are not published in this form.
 */
export function itemByCode(code: string, date: string): CheckupItemDefinition | undefined {
  return editionOn(date).byCode.get(code);
}

/** The whole table that holds on `date` (YYYYMMDD) by item code: the same object for all dates of an edition. */
export function itemTableOn(date: string): ReadonlyMap<string, CheckupItemDefinition> {
  return editionOn(date).byCode;
}

/** All items of the table that holds on `date` (YYYYMMDD). */
export function itemsOn(date: string): Iterable<CheckupItemDefinition> {
  return editionOn(date).byCode.values();
}

/**
 * Requirement flag of an item in a programme: 1 mandatory, 2 detail, 3 printed only, 5 6 7 when available,
 * 0 not part of it; a letter names a group of alternatives of which one is needed.
 */
export function requirementOf(item: CheckupItemDefinition, programme: Programme): string {
  return item.requirements.charAt(programmes.indexOf(programme));
}

function editionOn(date: string) {
  for (let i = editions.length - 1; i > 0; i--) {
    const edition = editions[i]!;
    if (edition.validFrom <= date && (edition.validTo === null || date <= edition.validTo)) return edition;
  }
  return editions[0]!;
}
