import { claimPlace } from '../../memory-places.js';
import { heldContracts } from './contract-prices.js';
import { decisiveDate } from './master-ticket.js';
import { type RuleOf, text } from '../../rule.js';

/** T019: 契約期間外です。 */
export const t019: RuleOf<'memory'> = {
  id: 'T019',
  level: 7,
  severity: 'return',
  returnReason: '04',
  source: '国保連 返戻一覧',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('契約期間外です', 'The day is outside the contract'),
  message: text(
    '実施日 {value} は契約期間（{expected}）の外です。',
    '{value} is outside the contract ({expected}).',
  ),
  remedy: text('契約期間と実施日を確認してください。', 'Check the day and the period of the contract.'),
  check(memory, _facts, report) {
    const { contracts } = memory.masters;
    const { places, isGuidance } = memory.record;
    const value = decisiveDate(memory.record);
    if (contracts === 'none' || contracts.contracts.length === 0 || value === null) return;
    if (heldContracts(memory) !== null) return;
    const expected = contracts.contracts.map(({ validFrom, validTo }) => `${validFrom}-${validTo ?? ''}`);
    report(claimPlace(places, 'provider', isGuidance), { value, expected: expected.join(' / ') });
  },
};
