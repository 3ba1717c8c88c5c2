import type { Bilingual } from '@daiko/contracts';
import { parseCalendarDate } from '@daiko/exchange-format';
import { type RowErrors, says } from './row-errors.js';

/** A column of a master file: its name, and the Japanese heading that may stand for it. */
export interface Column {
  name: string;
  ja: string;
  /** The heading must be there. */
  isNeeded: boolean;
}

const dateForm = says('暦日（YYYYMMDD または YYYY-MM-DD）', 'a calendar day, YYYYMMDD or YYYY-MM-DD');

/** The cells of one line by name of column; each reading answers the value, or notes an error and answers null. */
export class Cells {
  constructor(
    readonly line: number,
    private readonly values: ReadonlyMap<string, string>,
    private readonly errors: RowErrors,
  ) {}

  /** The cell without the spaces around it; '' where the column is not in the file. */
  raw(column: string): string {
    return this.values.get(column) ?? '';
  }

  refuse(column: string, expected: Bilingual): null {
    this.errors.add(this.line, column, this.raw(column), expected);
    return null;
  }

  /** A text that fits `form`. */
  matching(column: string, form: RegExp, expected: Bilingual): string | null {
    const text = this.raw(column);
    return form.test(text) ? text : this.refuse(column, expected);
  }

  /** One of `words`, by either of its two names. */
  oneOf<T extends string>(column: string, words: Readonly<Record<string, T>>): T | null {
    const found = Object.hasOwn(words, this.raw(column)) ? words[this.raw(column)] : undefined;
    if (found !== undefined) return found;
    const list = Object.keys(words)
      .filter((word) => word !== '')
      .join(', ');
    return this.refuse(column, says(`${list} のいずれか`, `one of ${list}`));
  }

  /** A day, YYYYMMDD. */
  day(column: string): string | null {
    const text = this.raw(column).replace(/^(\d{4})[-/](\d{2})[-/](\d{2})$/, '$1$2$3');
    return parseCalendarDate(text) ?? this.refuse(column, dateForm);
  }

  /** A day, or null for an empty cell; undefined where the cell is wrong. */
  dayIfAny(column: string): string | null | undefined {
    return this.raw(column) === '' ? null : (this.day(column) ?? undefined);
  }

  /** Whole yen, 0 to 999,999,999. */
  yen(column: string): number | null {
    const text = this.matching(
      column,
      /^\d{1,9}$/,
      says('円（9桁以内の整数）', 'whole yen, at most 9 digits'),
    );
    return text === null ? null : Number(text);
  }
}

/** Places of columns in a file, from its heading; null where the heading is wrong, which is noted. */
export function placesOf(
  line: number,
  heading: readonly string[],
  columns: readonly Column[],
  errors: RowErrors,
): string[] | null {
  const nameOf = new Map(columns.flatMap(({ name, ja }) => [[name, name] as const, [ja, name] as const]));
  const places: string[] = [];
  const before = errors.count;
  for (const cell of heading) {
    const name = nameOf.get(cell.trim());
    if (name === undefined) {
      const known = columns.map((column) => column.name).join(', ');
      errors.add(line, '', cell, says(`列名（${known}）`, `a column: ${known}`));
    } else if (places.includes(name)) {
      errors.add(line, name, cell, says('列名は1回だけ', 'each column once'));
    } else places.push(name);
  }
  for (const { name, ja, isNeeded } of columns) {
    if (isNeeded && !places.includes(name)) {
      errors.add(
        line,
        name,
        '',
        says(`列「${name}」または「${ja}」が必要`, `the column "${name}" is needed`),
      );
    }
  }
  return errors.count === before ? places : null;
}
