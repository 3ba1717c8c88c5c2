import type { RecordVerdict, Severity } from '@daiko/contracts';
import { ProgressBar } from './progress-bar.js';

/** What a report is shown on: a person's terminal, or a file or pipe that wants plain text. */
export interface Terminal {
  /** A person reads: places are shown with their line. */
  readonly isInteractive: boolean;
  readonly hasColours: boolean;
  /** Bar of a check of that many records; null where nobody looks. */
  progressOf(recordCount: number): ProgressBar | null;
}

/** Plain text, for files and pipes. */
export const plainTerminal: Terminal = {
  isInteractive: false,
  hasColours: false,
  progressOf: () => null,
};

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Fewer records are done before a bar could be read. */
const RECORDS_WORTH_A_BAR = 1000;

/** The terminal of this process: colours unless NO_COLOR or TERM=dumb, a bar on stderr where that is a terminal. */
export function terminalOf(
  stdout: Stream,
  stderr: Stream,
  environment: { readonly NO_COLOR?: string | undefined; readonly TERM?: string | undefined },
): Terminal {
  const isInteractive = stdout.isTTY === true;
  const wantsNone = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return {
    isInteractive,
    hasColours: isInteractive && !wantsNone,
    progressOf: (recordCount) =>
      stderr.isTTY === true && environment.TERM !== 'dumb' && recordCount >= RECORDS_WORTH_A_BAR
        ? new ProgressBar(stderr, recordCount, () => performance.now())
        : null,
  };
}

const codes = { red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36, bold: 1, dim: 2 } as const;
export type Paint = keyof typeof codes;

/** Text in a colour, or as it is. */
export function paint(hasColours: boolean, colour: Paint, text: string): string {
  return hasColours ? `\x1b[${codes[colour]}m${text}\x1b[0m` : text;
}

export const severityPaint: Readonly<Record<Severity, Paint>> = {
  refuse: 'red',
  return: 'red',
  query: 'yellow',
  warning: 'magenta',
  info: 'cyan',
};

export const verdictPaint: Readonly<Record<RecordVerdict, Paint>> = {
  accepted: 'green',
  query: 'yellow',
  returned: 'red',
  held: 'magenta',
};

// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of a stranger's file that cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(unprintable, '\ufffd');
}
