import {
  type CheckupItem,
  type CheckupItemDefinition,
  itemsOn,
  type NotedContent,
  oids,
} from '@daiko/exchange-format';
import { itemCodes } from './item-codes.js';
import type { InspectionSettings } from './settings.js';

/** Numbers given to texts in the order in which they come. */
class Numbering {
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.numbers.size;
  }

  /** Number of a text; of one without number a new one. */
  give(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** Number of a text, -1 of one without. */
  of(text: string): number {
    return this.numbers.get(text) ?? NO_NUMBER;
  }
}

const NO_NUMBER = -1;
/** Any day: all tables and all codes that rules ask for are numbered, those of other days as well. */
const TABLE_AS_OF = '20240401';
/** Analyte, identification and material of an item code, which stand before the digits of the method. */
const TEST_LENGTH = 12;
/** 結果識別, after the digits of the method. */
const RESULT_FROM = 15;
/** Judges whose silence a content remembers. */
const JUDGES_MAX = 4;

const codes = new Numbering();
const tests = new Numbering();
for (const { code } of itemsOn(TABLE_AS_OF)) number(code);
for (const set of Object.values(itemCodes)) set.forEach(number);

function number(code: string): void {
  codes.give(code);
  tests.give(testOf(code));
}

/** What an item code tests, whatever the method. */
export function testOf(code: string): string {
  return code.slice(0, TEST_LENGTH) + code.slice(RESULT_FROM);
}

/** Whose silence on an item is remembered: rules with their severities, for one period. */
export type Silence = object;

/** What is remembered of an item by its content: all of it follows from the entry, the settings and the table. */
export class ItemNotes {
  /** Number of the code, -1 where neither the table nor a rule has it. */
  readonly code: number;
  /** Number of what is tested, where a second method would be strange: of measured values. */
  readonly test: number;
  readonly isLocal: boolean;
  definition: CheckupItemDefinition | undefined = undefined;
  /** Whether the number is called wrong by a rule of the item; null where nobody asked. */
  doubt: boolean | null = null;
  private table: object | null = null;
  private settings: InspectionSettings | null = null;
  private readonly silences: Silence[] = [];

  constructor({ code, codeSystem, type, state }: NotedContent) {
    this.isLocal = codeSystem === oids.localItem;
    this.code = codes.of(code);
    this.test = type === 'PQ' && state === 'VALUE' ? tests.of(testOf(code)) : NO_NUMBER;
  }

  /** Forgets what holds by another table or by other settings; false where nothing is known by these. */
  isKnownBy(table: object, settings: InspectionSettings): boolean {
    if (this.table === table && this.settings === settings) return true;
    this.table = table;
    this.settings = settings;
    this.doubt = null;
    return false;
  }

  isPassedBy(silence: Silence): boolean {
    return this.silences.includes(silence);
  }

  pass(silence: Silence): void {
    if (this.silences.length === JUDGES_MAX) this.silences.shift();
    this.silences.push(silence);
  }
}

export function notesOf({ content }: CheckupItem): ItemNotes {
  return (content.notes ??= new ItemNotes(content)) as ItemNotes;
}

/** The record that last had a test, by the number of the test. */
const lastWith = new Float64Array(tests.size);
let recordCount = 0;

/** The items of a checkup by their code. */
export class ItemsByCode {
  /**
   * False where no two items have one code, or measure one thing by two methods. True also where that can only not be
   * ruled out.
   */
  readonly mayRepeat: boolean;
  /** 独自項目, in the order of the document. */
  readonly local: CheckupItem[] = [];
  private readonly first: (CheckupItem | null)[] = new Array<CheckupItem | null>(codes.size).fill(null);

  constructor(private readonly items: readonly CheckupItem[]) {
    recordCount++;
    let mayRepeat = false;
    for (const item of items) {
      const { code, test, isLocal } = notesOf(item);
      if (isLocal) this.local.push(item);
      if (code === NO_NUMBER) {
        if (!isLocal) mayRepeat = true;
        continue;
      }
      if (this.first[code] === null) this.first[code] = item;
      else mayRepeat = true;
      if (test === NO_NUMBER) continue;
      if (lastWith[test] === recordCount) mayRepeat = true;
      lastWith[test] = recordCount;
    }
    this.mayRepeat = mayRepeat;
  }

  /** First item of a code, in the order of the document; null where there is none. */
  get(code: string): CheckupItem | null {
    const number = codes.of(code);
    if (number !== NO_NUMBER) return this.first[number]!;
    return this.items.find((item) => item.code === code) ?? null;
  }
}
