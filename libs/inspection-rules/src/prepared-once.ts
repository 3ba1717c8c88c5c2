import type { Rule } from './rule.js';
import type { InspectionSettings } from './settings.js';

/**
 * A function of rules and settings that makes what they decide once for both: a service judges chunk after chunk, and what was
 * found of items written alike holds for all.
 */
export function preparedOnce<T extends object>(
  prepare: (rules: readonly Rule[], settings: InspectionSettings) => T,
): (rules: readonly Rule[], settings: InspectionSettings) => T {
  const bySettings = new WeakMap<InspectionSettings, WeakMap<readonly Rule[], T>>();
  return (rules, settings) => {
    let byRules = bySettings.get(settings);
    if (byRules === undefined) bySettings.set(settings, (byRules = new WeakMap()));
    let known = byRules.get(rules);
    if (known === undefined) byRules.set(rules, (known = prepare(rules, settings)));
    return known;
  };
}
