import type { Base, Edit } from '../judge-record.js';

/** What a report must say of a mistake. */
export interface ExpectedAnswer {
  /** Rules that may speak above a warning (or, for a mistake that passes, as a warning); at least the first one must. */
  readonly rules: readonly string[];
  /** Words that the Japanese message of the first rule must have: the defect by name, mostly with the value found. */
  readonly says: readonly string[];
  /** Where the first rule must point: the end of a path. */
  readonly at: RegExp;
}

/** One mistake that a checkup system, its converter or its user makes, on one record of an archive. */
export interface Mistake {
  readonly name: string;
  readonly base: Base;
  readonly edit: Edit;
  /** null = legal, however unusual: nothing above a warning may be said. */
  readonly answer: ExpectedAnswer | null;
}

/** Writes a mistake down: what it is, how it comes about, the rule (others after blanks), words of the message, the place. */
export function mistake(
  name: string,
  edit: Edit,
  rules: string,
  says: string,
  at: RegExp,
  base: Base = 'checkup',
): Mistake {
  return { name, base, edit, answer: { rules: rules.split(' '), says: says.split(' '), at } };
}

/** Writes down what is legal although it looks odd. */
export function legal(name: string, edit: Edit, base: Base = 'checkup'): Mistake {
  return { name, base, edit, answer: null };
}
