import { Writable } from 'node:stream';
import { Problem } from '@daiko/contracts';
import { check } from '../check/check.command.js';
import { plainTerminal, type Terminal } from '../check/terminal.js';
import { fuzzedFor } from './fuzzed-input.js';

type CheckOptions = Parameters<typeof check>[1];

const screen: Terminal = { isInteractive: true, hasColours: true, progressOf: () => null };
const forms: readonly (readonly [CheckOptions['format'], Terminal, Partial<CheckOptions>])[] = [
  ['text', screen, { fixHints: true }],
  ['json', plainTerminal, {}],
  ['html', plainTerminal, {}],
  ['text', plainTerminal, {}],
  ['csv', plainTerminal, {}],
  ['sarif', plainTerminal, {}],
  ['pdf', plainTerminal, {}],
];

/**
 * Checks a file as `daiko check` does, in one of its forms by turns, and throws the report away. The exit code of the
 * check; 2 means that a rule or reader of ours failed. Throws what check throws.
 */
export async function judgeInput(path: string, number: number): Promise<number> {
  const [format, terminal, more] = forms[number % forms.length]!;
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  const options: CheckOptions = { agency: fuzzedFor.agency, date: fuzzedFor.date, format, ...more };
  return check(path, options, new Date(0), { stdout, terminal });
}

/** What went wrong while an input was judged, in one text; null where the sender is told what to mend. */
export function faultOf(error: unknown): string | null {
  if (error instanceof Problem) return null;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
