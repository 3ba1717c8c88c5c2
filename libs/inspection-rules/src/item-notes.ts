import {
  type CheckupItem,
  type CheckupItemDefinition,
  type NotedContent,
  oids,
} from '@daiko/exchange-format';
import { NO_NUMBER, numberOfCode, numberOfTest } from './item-numbers.js';
import { sectionsOutsideCheckup } from './item-sections.js';
import type { InspectionSettings } from './settings.js';

/** Judges whose silence a content remembers. */
const JUDGES_MAX = 4;

/** Whose silence on an item is remembered: rules with their severities, for one period. */
export type Silence = object;

/** What is remembered of an item by its content: all of it follows from the entry, the settings and the table. */
export class ItemNotes {
  /** Number of the code, -1 where neither the table nor a rule has it. */
  readonly code: number;
  /** Number of what is tested, where a second method would be strange: of numbers and codes. */
  readonly test: number;
  readonly isLocal: boolean;
  readonly isText: boolean;
  readonly isDated: boolean;
  /** An item of other programmes than 特定健診 alone. */
  readonly isOutsideCheckup: boolean;
  definition: CheckupItemDefinition | undefined = undefined;
  /** Whether the number is called wrong by a rule of the item; null where nobody asked. */
  doubt: boolean | null = null;
  /** Counter of the answer in the statistics, -1 where there is none; null where nobody asked. */
  counter: number | null = null;
  private table: object | null = null;
  private settings: InspectionSettings | null = null;
  private readonly silences: Silence[] = [];

  constructor({ code, codeSystem, type, state, date }: NotedContent) {
    this.isLocal = codeSystem === oids.localItem;
    this.isText = type === 'ST';
    this.isDated = date !== '';
    this.isOutsideCheckup = codeSystem === oids.checkupItem && sectionsOutsideCheckup(code) !== null;
    this.code = numberOfCode(code);
    this.test = isResult({ type, state }) ? numberOfTest(code) : NO_NUMBER;
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

/** A number or a code, of which a second one by another method would be strange. */
export function isResult({ type, state }: Pick<CheckupItem, 'type' | 'state'>): boolean {
  return state === 'VALUE' && (type === 'PQ' || type === 'CO' || type === 'CD');
}

export function notesOf({ content }: CheckupItem): ItemNotes {
  return (content.notes ??= new ItemNotes(content)) as ItemNotes;
}
