import type { ArchiveDirectory } from '@daiko/exchange-format';

/** First record whose 26 digits answer to a question, and how many do; null when none does. */
export function firstRecord(
  directory: ArchiveDirectory,
  matches: (digits: string) => boolean,
): { readonly path: string; readonly digits: string; readonly count: number } | null {
  let first: { path: string; digits: string } | null = null;
  let count = 0;
  for (const record of directory.records()) {
    if (!matches(record.pairDigits)) continue;
    count++;
    first ??= { path: (record.result ?? record.claim)?.path ?? '', digits: record.pairDigits };
  }
  return first === null ? null : { ...first, count };
}
