import { isAnyStale, suppliedMasters } from '../../stale-masters.js';
import { type RuleOf, text } from '../../rule.js';

/** T025: 保険者の台帳・マスタが古くなっています。 */
export const t025: RuleOf<'memory'> = {
  id: 'T025',
  level: 7,
  severity: 'info',
  returnReason: null,
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('保険者の台帳・マスタが古くなっています', 'The masters of the insurer are old'),
  message: text(
    '台帳・マスタは{value}の取込です（{expected}日を超えています）。返戻に代えて照会します。',
    'The masters are of {value}, more than {expected} days ago: what would return asks instead.',
  ),
  remedy: text('保険者に新しい台帳・マスタを依頼します。', 'The insurer is asked for new masters.'),
  check(memory, facts, report) {
    if (!isAnyStale(memory.masters, facts)) return;
    const oldest = suppliedMasters(memory.masters).map(({ importedOn }) => importedOn);
    const { places } = memory.record;
    report({ file: places.claim }, { value: oldest.sort()[0], expected: facts.settings.masterDaysMax });
  },
};
