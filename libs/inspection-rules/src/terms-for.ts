import { defaultTerms, type InsurerTerms } from './insurer-terms.js';
import { type Circumstances, settingsFor } from './setting-scope.js';
import type { InspectionSettings } from './settings.js';

const ofEverybody = new WeakMap<InspectionSettings, InsurerTerms>();

/** Terms that hold for a record. */
export function termsFor(settings: InspectionSettings, circumstances: Circumstances): InsurerTerms {
  let common = ofEverybody.get(settings);
  if (common === undefined) {
    common = { ...defaultTerms, missingItemReasons: settings.missingItemReasons, ...settings.terms };
    ofEverybody.set(settings, common);
  }
  const changes = settingsFor(settings.insurerTerms, settings.insurerGroups, circumstances);
  return changes.length === 0 ? common : Object.assign({}, common, ...changes.map(({ terms }) => terms));
}
