import type { MasterVersion, MemoryFacts, PersonIdentity, RecordReport } from '@daiko/inspection-rules';
import type { MasterKind } from './master-entries.js';
import type { MasterKey } from './master-lookup.store.js';

/** Versions of one insurer's masters. */
export type InsurerVersions = Partial<Record<MasterKind, MasterVersion>>;

/** A record that some master is asked about. */
export interface Asked {
  facts: MemoryFacts;
  identity: PersonIdentity;
  versions: InsurerVersions;
}

/** Null where the record cannot be asked about, or its insurer has no master. */
export function askedOf(report: RecordReport, insurers: ReadonlyMap<string, InsurerVersions>): Asked | null {
  const { memory: facts, identity } = report;
  if (facts === null || identity === null) return null;
  const versions = insurers.get(facts.insurerNumber ?? '');
  return versions === undefined ? null : { facts, identity, versions };
}

/** What is looked up in a version; null where there is none, or nothing to look up. */
export function keyIn(version: MasterVersion | undefined, key: string | null): MasterKey | null {
  return version === undefined || key === null ? null : { importId: version.importId, key };
}

/** A key as the key of a map. */
export function textOf(key: MasterKey | null): string {
  return key === null ? '' : `${key.importId} ${key.key}`;
}

/** Keys that are asked for, each once. */
export function keysOf(asked: readonly Asked[], keyOf: (asked: Asked) => MasterKey | null): MasterKey[] {
  const keys = new Map<string, MasterKey>();
  for (const each of asked) {
    const key = keyOf(each);
    if (key !== null) keys.set(textOf(key), key);
  }
  return [...keys.values()];
}

/** What was found, by the text of its key. */
export function byKey<T>(found: readonly (MasterKey & { facts: T })[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { facts, ...key } of found) {
    const group = groups.get(textOf(key));
    if (group === undefined) groups.set(textOf(key), [facts]);
    else group.push(facts);
  }
  return groups;
}
