import type { CheckupItem } from '@daiko/exchange-format';
import { type ItemNotes, notesOf } from './item-notes.js';
import { NO_NUMBER, numberedCodes, numberedTests, numberOfCode } from './item-numbers.js';

/** More items than a document can have. */
const SPAN = 2 ** 20;

/**
 * Where codes stand among the items of a record, and which tests it has. One table serves all records, since they are judged
 * one after the other: what it says counts only above the base of the record that it was filled for.
 */
const places = new Float64Array(numberedCodes);
const tests = new Float64Array(numberedTests);
let filledFrom = 0;

const none: readonly CheckupItem[] = [];

/** The items of a checkup by what rules ask for. */
export class RecordItems {
  /** 独自項目, in the order of the document. */
  readonly local: readonly CheckupItem[];
  /** Texts (ST), in the order of the document. */
  readonly texts: readonly CheckupItem[];
  /** Items with a date of their own, in the order of the document. */
  readonly dated: readonly CheckupItem[];
  /** Items of other programmes than 特定健診 alone, in the order of the document. */
  readonly outsideCheckup: readonly CheckupItem[];
  /**
   * False where no two items have one code, or measure one thing by two methods. True also where that can only not be
   * ruled out.
   */
  readonly mayRepeat: boolean;
  private base: number;

  constructor(private readonly items: readonly CheckupItem[]) {
    this.base = newBase();
    let mayRepeat = false;
    let local: CheckupItem[] | null = null;
    let texts: CheckupItem[] | null = null;
    let dated: CheckupItem[] | null = null;
    let outside: CheckupItem[] | null = null;
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!;
      const notes = notesOf(item);
      if (enter(notes, at)) mayRepeat = true;
      if (notes.isLocal) (local ??= []).push(item);
      if (notes.isText) (texts ??= []).push(item);
      if (notes.isDated) (dated ??= []).push(item);
      if (notes.isOutsideCheckup) (outside ??= []).push(item);
    }
    this.mayRepeat = mayRepeat;
    this.local = local ?? none;
    this.texts = texts ?? none;
    this.dated = dated ?? none;
    this.outsideCheckup = outside ?? none;
  }

  /** First item of a code, in the order of the document; null where there is none. */
  get(code: string): CheckupItem | null {
    const number = numberOfCode(code);
    if (number === NO_NUMBER) return this.items.find((item) => item.code === code) ?? null;
    if (this.base !== filledFrom) this.fillAgain();
    const place = places[number]! - this.base;
    return place < 0 ? null : this.items[place]!;
  }

  /** Another record was looked at in between. */
  private fillAgain(): void {
    this.base = newBase();
    this.items.forEach((item, at) => enter(notesOf(item), at));
  }
}

function newBase(): number {
  filledFrom += SPAN;
  return filledFrom;
}

/** Enters an item into the table; true where its code or its test stands there already, or its code cannot. */
function enter({ code, test, isLocal }: ItemNotes, at: number): boolean {
  let mayRepeat = code === NO_NUMBER && !isLocal;
  if (code !== NO_NUMBER) {
    if (places[code]! >= filledFrom) mayRepeat = true;
    else places[code] = filledFrom + at;
  }
  if (test !== NO_NUMBER) {
    if (tests[test] === filledFrom) mayRepeat = true;
    tests[test] = filledFrom;
  }
  return mayRepeat;
}
