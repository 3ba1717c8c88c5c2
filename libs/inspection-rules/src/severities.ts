import type { Severity } from '@daiko/contracts';
import { type Circumstances, settingsFor } from './setting-scope.js';
import type { InspectionSettings } from './settings.js';

/** Severities that replace the catalogue's, by rule id. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

const ofChanges = new WeakMap<InspectionSettings, Map<string, Severities>>();

/**
 * Severities that hold for a record: those of `severities`, replaced by those of `severityChanges` that concern it.
 * The answer is the same object for records that the same changes concern.
 */
export function severitiesFor(settings: InspectionSettings, circumstances: Circumstances): Severities {
  const { severities, severityChanges, insurerGroups } = settings;
  if (severityChanges.length === 0) return severities;
  const changes = settingsFor(severityChanges, insurerGroups, circumstances);
  if (changes.length === 0) return severities;
  let known = ofChanges.get(settings);
  if (known === undefined) ofChanges.set(settings, (known = new Map()));
  const key = changes.map((change) => severityChanges.indexOf(change)).join();
  let found = known.get(key);
  if (found === undefined) {
    found = { ...severities, ...Object.fromEntries(changes.map(({ rule, severity }) => [rule, severity])) };
    known.set(key, found);
  }
  return found;
}
