import { claimPlace } from '../../memory-places.js';
import { type RuleOf, text } from '../../rule.js';

/** I020: 届出のない機関です。 */
export const i020: RuleOf<'memory'> = {
  id: 'I020',
  level: 7,
  severity: 'return',
  isOfFullWidth: true,
  returnReason: '04',
  source: '大阪・青森・鳥取 国保連; general knowledge of the field',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('届出のない機関です', 'The institution is not registered'),
  message: text(
    '機関番号「{value}」の機関は登録されていません。',
    'Institution "{value}" is not registered with this agency.',
  ),
  remedy: text(
    '機関番号と届出を確認してください。',
    'Check the number of the institution and its registration.',
  ),
  check(memory, _facts, report) {
    const { masters, record } = memory;
    if (masters.partners === 'none' || masters.partners.isInstitutionKnown) return;
    // An institution of a contract is registered by it.
    if (masters.contracts !== 'none' && masters.contracts.contracts.length > 0) return;
    report(claimPlace(record.places, 'provider', record.isGuidance), { value: record.institutionNumber });
  },
};
