import type { Bilingual } from '@daiko/contracts';

/** One cell that is not as it should be. */
export interface RowError {
  /** Line of the file, from 1. */
  line: number;
  /** Column as this documentation names it; '' where the line as a whole is meant. */
  column: string;
  /** What stands there, cut to 40 characters. Goes back to the sender only. */
  value: string;
  expected: Bilingual;
}

/** Errors shown at most; all are counted. */
const rowErrorsMax = 1000;
const valueCharactersMax = 40;

/** Gathers what is wrong with a file. */
export class RowErrors {
  readonly shown: RowError[] = [];
  count = 0;

  add(line: number, column: string, value: string, expected: Bilingual): void {
    this.count += 1;
    if (this.shown.length >= rowErrorsMax) return;
    this.shown.push({ line, column, value: [...value].slice(0, valueCharactersMax).join(''), expected });
  }
}

/** A pair of texts. */
export function says(ja: string, en: string): Bilingual {
  return { ja, en };
}
