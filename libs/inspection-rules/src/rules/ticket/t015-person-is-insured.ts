import { claimPlace } from '../../memory-places.js';
import { membershipOf } from './master-ticket.js';
import { type RuleOf, text } from '../../rule.js';

/** T015: 実施日に有効な資格がありません。 */
export const t015: RuleOf<'memory'> = {
  id: 'T015',
  level: 7,
  severity: 'return',
  returnReason: '09',
  source: '国保連 返戻一覧; 熊本県国保連 Q&A',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('実施日に有効な資格がありません', 'The person has no cover on the day'),
  message: text(
    '被保険者マスタに、{value}に有効な記号・番号・氏名・生年月日・性別の組がありません。',
    'The master of the insurer has nobody of this symbol, number, name, birth date and sex with cover on {value}.',
  ),
  remedy: text(
    '資格喪失の可能性があります。保険者へ確認してください。',
    'The cover may have ended: ask the insurer.',
  ),
  check(memory, _facts, report) {
    if (membershipOf(memory)?.is !== 'unknown') return;
    const { places, isGuidance, guidance, serviceDate } = memory.record;
    report(claimPlace(places, 'insurance', isGuidance), { value: guidance?.firstDate ?? serviceDate });
  },
};
