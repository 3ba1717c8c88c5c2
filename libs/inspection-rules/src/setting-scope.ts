/** Whom and when a setting concerns; what is left out concerns all. */
export interface SettingScope {
  /** 保険者番号, or the name of a group of insurers. */
  readonly insurer?: string;
  /** 実施区分: 1 特定健診, 2 特定保健指導. */
  readonly kind?: '1' | '2';
  /** First day, YYYYMMDD, by the date of the service. */
  readonly validFrom?: string;
  /** Last day, YYYYMMDD. */
  readonly validTo?: string;
}

/** What a record is, for the settings: the insurer as written, the kind, the date of the service. */
export interface Circumstances {
  /** Null when the record names none that can be read. */
  readonly insurerNumber: string | null;
  readonly kind: '1' | '2';
  /** YYYYMMDD; the day of receipt where the record has none. */
  readonly date: string;
}

/** Insurers by the name of their group. */
export type InsurerGroups = Readonly<Record<string, readonly string[]>>;

/**
 * The settings of a list that concern a record, the weakest first: one insurer is stronger than a group, a group than
 * all; then a kind is stronger than both; then the later first day; then the later place in the list.
 */
export function settingsFor<T extends SettingScope>(
  list: readonly T[],
  groups: InsurerGroups,
  circumstances: Circumstances,
): readonly T[] {
  if (list.length === 0) return list;
  const fitting = list.filter((scope) => fits(scope, groups, circumstances));
  // The sort is stable, so the place in the list decides last.
  return fitting.sort(
    (a, b) =>
      strengthOf(a, groups) - strengthOf(b, groups) || compareDays(a.validFrom ?? '', b.validFrom ?? ''),
  );
}

function fits(
  scope: SettingScope,
  groups: InsurerGroups,
  { insurerNumber, kind, date }: Circumstances,
): boolean {
  if (scope.kind !== undefined && scope.kind !== kind) return false;
  if (scope.validFrom !== undefined && date < scope.validFrom) return false;
  if (scope.validTo !== undefined && date > scope.validTo) return false;
  if (scope.insurer === undefined) return true;
  if (insurerNumber === null) return false;
  const isGroup = Object.hasOwn(groups, scope.insurer);
  return isGroup ? groups[scope.insurer]!.includes(insurerNumber) : scope.insurer === insurerNumber;
}

function strengthOf({ insurer, kind }: SettingScope, groups: InsurerGroups): number {
  const ofInsurer = insurer === undefined ? 0 : Object.hasOwn(groups, insurer) ? 2 : 4;
  return ofInsurer + (kind === undefined ? 0 : 1);
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
