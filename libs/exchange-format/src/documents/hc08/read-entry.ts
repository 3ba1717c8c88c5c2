import type { CheckupItemDefinition } from '../../items/item-table.js';
import type { XmlElement } from '../../xml/xml-element.js';
import { oids } from '../oids.js';
import { decimalNumber, type Placed, placedCode, placedText } from '../placed.js';
import type { CheckupItem, CheckupItemContent, ReferenceRange } from './model.js';

/** One result as its entry has it, whatever the section. */
export type EntryItem = Omit<CheckupItem, 'sectionCode' | keyof CheckupItemContent>;

/** What an `entry` holds, in document order. */
export interface EntryReading {
  readonly items: readonly EntryItem[];
  /** Observations without code that wrap no group. */
  readonly uncoded: readonly XmlElement[];
}

/** Items of a table by their code. */
export type ItemTable = ReadonlyMap<string, CheckupItemDefinition>;

const noRanges: readonly ReferenceRange[] = [];
const readers = new Map<ItemTable, (entry: XmlElement) => EntryReading>();

/** What reads entries by a table: the same function for the same table, so that its readings can be remembered. */
export function entryReaderOf(table: ItemTable): (entry: XmlElement) => EntryReading {
  let reader = readers.get(table);
  if (reader === undefined) {
    reader = (entry) => new EntryReader(table).read(entry);
    readers.set(table, reader);
  }
  return reader;
}

/** True for what frames other observations. */
function hasMembers(observation: XmlElement): boolean {
  return observation.children.some(
    (child) => child.name === 'entryRelationship' && child.child('observation') !== null,
  );
}

class EntryReader {
  private readonly items: EntryItem[] = [];
  private readonly uncoded: XmlElement[] = [];

  constructor(private readonly table: ItemTable) {}

  read(entry: XmlElement): EntryReading {
    const observation = entry.child('observation');
    if (observation !== null) this.readObservation(observation, null, '');
    return { items: this.items, uncoded: this.uncoded };
  }

  private readObservation(observation: XmlElement, group: XmlElement | null, relation: string): void {
    const codeElement = observation.child('code');
    const code = codeElement?.attribute('code');
    if (code !== undefined) this.items.push(this.readItem(observation, code, group, relation));
    else if (codeElement?.attribute('nullFlavor') !== 'NA' || !hasMembers(observation)) {
      this.uncoded.push(observation);
    }
    for (const child of observation.children) {
      if (child.name !== 'entryRelationship') continue;
      const member = child.child('observation');
      if (member !== null) {
        this.readObservation(
          member,
          code === undefined ? observation : group,
          child.attribute('typeCode') ?? '',
        );
      }
    }
  }

  private readItem(at: XmlElement, code: string, group: XmlElement | null, relation: string): EntryItem {
    const parts = collect(at);
    const valueAt = parts.values[0] ?? null;
    const negated = at.attribute('negationInd') === 'true' || at.attribute('negationInd') === '1';
    const read = readValue(valueAt);
    const codeAt = at.child('code')!;
    const codeSystem = codeAt.attribute('codeSystem') ?? oids.checkupItem;
    const markAlone = read.valueCodeSystem === oids.interpretation && parts.values.length === 1;
    return {
      content: {
        code,
        codeSystem,
        displayName: codeAt.attribute('displayName') ?? '',
        state: stateOf(negated, read, valueAt, markAlone ? '' : this.tableType(code, codeSystem)),
        negated,
        ...read,
        valueCount: parts.values.length,
        relation,
        date: parts.date,
        notes: null,
      },
      at,
      valueAt,
      mark: placedCode(parts.values[markAlone ? 0 : 1] ?? null),
      methodCode: placedCode(parts.method),
      interpretation: placedCode(parts.interpretation),
      referenceRanges: parts.ranges,
      group,
      authorName: parts.authorName,
    };
  }

  private tableType(code: string, codeSystem: string): string {
    return codeSystem === oids.checkupItem ? (this.table.get(code)?.type ?? '') : '';
  }
}

interface Parts {
  readonly values: XmlElement[];
  method: XmlElement | null;
  interpretation: XmlElement | null;
  ranges: readonly ReferenceRange[];
  authorName: Placed<string> | null;
  date: string;
}

function collect(observation: XmlElement): Parts {
  const parts: Parts = {
    values: [],
    method: null,
    interpretation: null,
    ranges: noRanges,
    authorName: null,
    date: '',
  };
  for (const child of observation.children) {
    if (child.name === 'value') parts.values.push(child);
    else if (child.name === 'methodCode') parts.method ??= child;
    else if (child.name === 'interpretationCode') parts.interpretation ??= child;
    else if (child.name === 'referenceRange') parts.ranges = [...parts.ranges, ...readRange(child)];
    else if (child.name === 'author') {
      parts.authorName ??= placedText(child.descend('assignedAuthor', 'assignedPerson', 'name'));
    } else if (child.name === 'effectiveTime') {
      parts.date = child.attribute('value') ?? child.child('low')?.attribute('value') ?? '';
    }
  }
  return parts;
}

function readValue(value: XmlElement | null) {
  const type = localType(value?.attribute('xsi:type') ?? '');
  const isText = type === 'ST';
  const raw = isText ? value!.text.trim() : (value?.attribute('value') ?? '');
  return {
    type,
    value: raw,
    number: type === 'PQ' || type === 'INT' ? decimalNumber(raw) : null,
    unit: value?.attribute('unit') ?? '',
    valueCode: value?.attribute('code') ?? '',
    valueCodeSystem: value?.attribute('codeSystem') ?? '',
    nullFlavor: value?.attribute('nullFlavor') ?? '',
  };
}

function stateOf(
  negated: boolean,
  read: ReturnType<typeof readValue>,
  valueAt: XmlElement | null,
  tableType: string,
): CheckupItem['state'] {
  if (negated) return 'NOTDONE';
  if (valueAt === null) return 'BAD';
  if (read.nullFlavor === 'NI') return 'UNMEAS';
  if (read.nullFlavor !== '') return 'BAD';
  if (tableType !== '' && familyOf(tableType) !== familyOf(read.type)) return 'BAD';
  switch (familyOf(read.type)) {
    case 'quantity':
      return read.number === null ? 'BAD' : 'VALUE';
    case 'code':
      return read.valueCode === '' ? 'BAD' : 'VALUE';
    case 'text':
      return read.value === '' ? 'BAD' : 'VALUE';
    default:
      return 'BAD';
  }
}

function familyOf(type: string): string {
  if (type === 'PQ' || type === 'INT') return 'quantity';
  if (type === 'CD' || type === 'CO' || type === 'CE') return 'code';
  return type === 'ST' ? 'text' : '';
}

function localType(type: string): string {
  const colon = type.indexOf(':');
  return colon === -1 ? type : type.slice(colon + 1);
}

function readRange(range: XmlElement): ReferenceRange[] {
  const value = range.descend('observationRange', 'value');
  if (value === null) return [];
  const low = value.child('low');
  const high = value.child('high');
  return [
    {
      at: value,
      low: low?.attribute('value') ?? null,
      high: high?.attribute('value') ?? null,
      lowUnit: low?.attribute('unit') ?? null,
      highUnit: high?.attribute('unit') ?? null,
    },
  ];
}
