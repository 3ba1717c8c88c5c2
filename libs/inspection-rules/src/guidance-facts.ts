import {
  type CalendarDate,
  type GuidanceAct,
  type GuidanceItem,
  type GuidanceReport,
  parseCalendarDate,
  type XmlElement,
} from '@daiko/exchange-format';
import { guidanceItemCodes } from './item-codes.js';

/** Sections of a guidance document (.1010). */
export const guidanceSections = {
  common: '90010',
  /** First half of a split interview. */
  splitInterview: '90020',
  /** Interview (or its second half) and plan. */
  interview: '90030',
  support: '90040',
  interim: '90050',
  evaluation: '90060',
  totals: '90070',
  /** 指導機関情報: others that took part. */
  institution: '90080',
} as const;

const knownSections: ReadonlySet<string> = new Set(Object.values(guidanceSections));

/** Every act of a guidance document, planned or done, in its order. */
export function actsOf({ sections }: GuidanceReport): GuidanceAct[] {
  return sections.flatMap(({ acts }) => acts);
}

/** What a guidance document says, arranged by what was done; computed once for all rules. */
export class GuidanceFacts {
  /** 報告区分 as written; '' when missing. */
  readonly reportCode: string;
  /** 保健指導区分; '' without a value. */
  readonly level: string;
  readonly sections = new Map<string, XmlElement>();
  /** Whether every section has a code that guidance knows, and none is there twice. */
  readonly areSectionsSound: boolean;
  /** First half of a split interview as done, or null. */
  readonly splitInterview: GuidanceAct | null;
  /** Interview held in one piece, or the second half of a split one. */
  readonly interview: GuidanceAct | null;
  readonly supports: readonly GuidanceAct[];
  readonly interims: readonly GuidanceAct[];
  readonly evaluation: GuidanceAct | null;
  /** 実施上の集計. */
  readonly doneTotals: GuidanceAct | null;
  /** Day of the first interview, of the first half when it was split; null when missing or no date. */
  readonly firstDate: CalendarDate | null;
  /** Day of the second half; null when there is none. */
  readonly secondDate: CalendarDate | null;
  readonly evaluationDate: CalendarDate | null;
  /** Acts as done (EVN), in document order. */
  private readonly done: readonly GuidanceAct[];
  private readonly items = new Map<string, GuidanceItem>();

  constructor(guidance: GuidanceReport) {
    this.reportCode = guidance.header.reportCode?.value ?? '';
    for (const { code, at } of guidance.sections) {
      if (code !== null && knownSections.has(code.value) && !this.sections.has(code.value)) {
        this.sections.set(code.value, at);
      }
    }
    this.areSectionsSound = this.sections.size === guidance.sections.length;
    for (const item of guidance.items) {
      const first = this.items.get(item.code);
      if (first === undefined || (!hasValue(first) && hasValue(item))) {
        this.items.set(item.code, item);
      }
    }
    this.level = this.codeOf(guidanceItemCodes.level);
    this.done = actsOf(guidance).filter(({ mood }) => mood === 'EVN');
    this.splitInterview = this.doneIn(guidanceSections.splitInterview);
    this.interview = this.doneIn(guidanceSections.interview);
    this.supports = this.allDoneIn(guidanceSections.support);
    this.interims = this.allDoneIn(guidanceSections.interim);
    this.evaluation = this.doneIn(guidanceSections.evaluation);
    this.doneTotals = this.doneIn(guidanceSections.totals);
    this.firstDate = dateOf(this.splitInterview ?? this.interview);
    this.secondDate = this.splitInterview === null ? null : dateOf(this.interview);
    this.evaluationDate = dateOf(this.evaluation);
  }

  get isActive(): boolean {
    return this.level === '1';
  }

  /** Whether the interview was held in two pieces, as far as the document says. */
  get isSplit(): boolean {
    return this.sections.has(guidanceSections.splitInterview);
  }

  /** Whether the interview is the second half (by telephone or mail, no early code) of one whose first is not there. */
  get isFirstHalfMissing(): boolean {
    if (this.isSplit || this.interview === null) return false;
    const isRemote = /^[56]$/.test(this.interview.form?.value ?? '');
    return isRemote && this.itemOf(guidanceItemCodes.earlyInterview) === null;
  }

  /** Whether the second half of a split interview is before the first (G016): then nothing is asked of either. */
  get areHalvesReversed(): boolean {
    const { firstDate, secondDate } = this;
    return firstDate !== null && secondDate !== null && secondDate < firstDate;
  }

  /** First item of a code that has a value; else the first that is there at all; else null. */
  itemOf(code: string): GuidanceItem | null {
    return this.items.get(code) ?? null;
  }

  /** The same, only with a value. */
  valueOf(code: string): GuidanceItem | null {
    const item = this.items.get(code);
    return item !== undefined && hasValue(item) ? item : null;
  }

  numberOf(code: string): number | null {
    return possibleNumber(this.valueOf(code)?.number ?? null);
  }

  /** Coded value, '' without one. */
  codeOf(code: string): string {
    return this.valueOf(code)?.valueCode ?? '';
  }

  private allDoneIn(section: string): readonly GuidanceAct[] {
    return this.done.filter(({ sectionCode }) => sectionCode === section);
  }

  private doneIn(section: string): GuidanceAct | null {
    return this.done.find(({ sectionCode }) => sectionCode === section) ?? null;
  }
}

/** Day of an act; null when missing or no date. */
export function dateOf(act: GuidanceAct | null): CalendarDate | null {
  return parseCalendarDate(act?.date?.value ?? '');
}

/** Whether an item has a value; also where it is said not to be done, which contradicts it (G057). */
export function hasValue({ state, number, valueCode, type, value }: GuidanceItem): boolean {
  if (state !== 'NOTDONE') return state === 'VALUE';
  return number !== null || valueCode !== '' || (type === 'ST' && value !== '');
}

/** Most points, minutes or kcal that a course can come to; no count or measure is above it or below 0 (G058). */
export const NUMBER_MAX = 9999;

/** A number, null where it cannot be: nothing is reckoned with it. */
export function possibleNumber(number: number | null): number | null {
  return number === null || number < 0 || number > NUMBER_MAX ? null : number;
}

/** Item of an act that has a value, or null. */
export function itemIn(act: GuidanceAct, code: string): GuidanceItem | null {
  return act.items.find((item) => item.code === code && hasValue(item)) ?? null;
}

/** Where the value of an item stands. */
export function placeOf(item: GuidanceItem): XmlElement {
  return item.at.child('value') ?? item.at;
}
