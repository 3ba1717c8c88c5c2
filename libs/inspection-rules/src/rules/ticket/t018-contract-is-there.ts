import { claimPlace } from '../../memory-places.js';
import { type RuleOf, text } from '../../rule.js';

/** T018: 契約情報がありません。 */
export const t018: RuleOf<'memory'> = {
  id: 'T018',
  level: 7,
  severity: 'return',
  returnReason: '04',
  source: '国保連 返戻一覧',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('契約情報がありません', 'There is no contract'),
  message: text(
    '機関「{value}」と保険者の契約が契約マスタにありません。',
    'The master of the insurer has no contract with institution "{value}" for this.',
  ),
  remedy: text(
    '契約を確認してください。機関番号の誤りも考えられます。',
    'Check the contract, and the number of the institution.',
  ),
  check(memory, _facts, report) {
    const { contracts } = memory.masters;
    const { institutionNumber, places, isGuidance } = memory.record;
    if (contracts === 'none' || contracts.contracts.length > 0) return;
    report(claimPlace(places, 'provider', isGuidance), { value: institutionNumber });
  },
};
