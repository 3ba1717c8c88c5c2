import type { Bilingual } from '@daiko/contracts';
import { parseCalendarDate } from '@daiko/exchange-format';
import { defaultTerms } from './insurer-terms.js';
import { text } from './rule.js';

/** Entries one list of scoped settings may have. */
const ENTRIES_MAX = 5000;

/** What a scope may say, and what each word of it must be. */
const scopeChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
  insurer: isName,
  kind: (value) => value === '1' || value === '2',
  validFrom: isDay,
  validTo: isDay,
};

const termChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...Object.fromEntries(
    Object.entries(defaultTerms)
      .filter(([, value]) => typeof value === 'boolean')
      .map(([key]) => [key, (value: unknown) => typeof value === 'boolean']),
  ),
  insuredWidth: (value) => value === 'full' || value === 'half' || value === 'any',
  missingItems: (value) => value === 'return' || value === 'pass',
  missingItemReasons: isReasons,
  insuredPatterns: isPatterns,
  guidanceCopayment: (value) => value === 'first' || value === 'share' || value === 'any',
  fundingYenMax: (value) => value === null || (Number.isSafeInteger(value) && (value as number) > 0),
};

/** Everything that is wrong with a list of scoped settings; `problemsOf` answers for the part beside the scope. */
export function scopedProblems(
  key: string,
  list: unknown,
  own: readonly string[],
  problemsOf: (entry: Readonly<Record<string, unknown>>) => readonly Bilingual[],
): Bilingual[] {
  if (!Array.isArray(list) || list.length > ENTRIES_MAX) {
    return [
      text(
        `「${key}」は${ENTRIES_MAX}件までの配列にします。`,
        `"${key}" is a list of at most ${ENTRIES_MAX}.`,
      ),
    ];
  }
  return list.flatMap((entry: unknown, index) => {
    const place = `${key}[${index}]`;
    if (!isTable(entry)) return [text(`「${place}」は表にします。`, `"${place}" is a table.`)];
    return [...scopeProblems(place, entry, own), ...problemsOf(entry)];
  });
}

function scopeProblems(
  place: string,
  entry: Readonly<Record<string, unknown>>,
  own: readonly string[],
): Bilingual[] {
  const problems: Bilingual[] = [];
  for (const [word, value] of Object.entries(entry)) {
    if (own.includes(word)) continue;
    const check = Object.hasOwn(scopeChecks, word) ? scopeChecks[word] : undefined;
    if (check?.(value) === true) continue;
    problems.push(text(`「${place}.${word}」が正しくありません。`, `"${place}.${word}" is not right.`));
  }
  const { validFrom, validTo } = entry;
  if (isDay(validFrom) && isDay(validTo) && (validFrom as string) > (validTo as string)) {
    problems.push(text(`「${place}」の期間が逆です。`, `The period of "${place}" ends before it begins.`));
  }
  return problems;
}

/** True for a table that holds terms of an insurer and nothing else. */
export function isTerms(value: unknown): boolean {
  return (
    isTable(value) &&
    Object.entries(value).every(([key, term]) => {
      return Object.hasOwn(termChecks, key) && termChecks[key]!(term);
    })
  );
}

/** True for both reasons of a missing mandatory item. */
export function isReasons(value: unknown): boolean {
  if (!isTable(value) || Object.keys(value).sort().join() !== 'absent,notDone') return false;
  return Object.values(value).every((code) => /^0[1-9]$/.test(String(code)));
}

/** True for regular expressions of 記号, 番号, 枝番. */
function isPatterns(value: unknown): boolean {
  if (value === null) return true;
  if (!isTable(value)) return false;
  return Object.entries(value).every(([part, pattern]) => {
    if (!['symbol', 'number', 'branch'].includes(part)) return false;
    return typeof pattern === 'string' && pattern.length <= 100 && isRegularExpression(pattern);
  });
}

function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** True for 8 digits. */
export function isInsurerNumber(value: unknown): boolean {
  return typeof value === 'string' && /^\d{8}$/.test(value);
}

/** True for an object that is no list. */
export function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 60;
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && parseCalendarDate(value) !== null;
}
