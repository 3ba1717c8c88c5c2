import { fill, type Problem } from '@daiko/contracts/problem';

/** Exit code of a command that could not be carried out: wrong usage, unreadable input, anything held. */
export const EXIT_UNUSABLE = 2;

/** A problem as the terminal shows it: what and what to do, Japanese first. */
export function problemLines({ kind, values }: Problem): string[] {
  return [
    `${fill(kind.detail.ja, values)} ${fill(kind.remedy.ja, values)}`,
    `${fill(kind.detail.en, values)} ${fill(kind.remedy.en, values)}`,
  ];
}
