import { claimPlace } from '../../memory-places.js';
import { suppliedMasters } from '../../stale-masters.js';
import { type RuleOf, text } from '../../rule.js';

/** I003: 契約のない保険者です。 */
export const i003: RuleOf<'memory'> = {
  id: 'I003',
  level: 7,
  severity: 'return',
  returnReason: '04',
  source: '熊本県国保連 Q&A; own design',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('契約のない保険者です', 'The insurer is not a client of this agency'),
  message: text(
    '保険者番号「{value}」の保険者は、この代行機関と契約していません。',
    'Insurer "{value}" has no contract with this agency.',
  ),
  remedy: text('保険者番号を確認してください。', 'Check the insurer number.'),
  check(memory, _facts, report) {
    const { masters, record } = memory;
    if (masters.partners === 'none' || masters.partners.isInsurerKnown) return;
    // An insurer whose masters are here is a client.
    if (suppliedMasters(masters).length > 0) return;
    report(claimPlace(record.places, 'insurer', record.isGuidance), { value: record.insurerNumber });
  },
};
