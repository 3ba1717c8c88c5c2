import { claimPlace } from '../../memory-places.js';
import { isWithinHistory, otherInstalments } from '../history/earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** G052: 初回請求を確認できません。 */
export const g052: RuleOf<'memory'> = {
  id: 'G052',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'formats 7.4',
  subject: 'memory',
  appliesTo: ['gc'],
  title: text('初回請求を確認できません', 'The first instalment is not known'),
  message: text(
    '実施時点「{value}」ですが、同じ利用券の開始時の請求がありません。',
    'Stage {value} is claimed, but no first claim of this ticket is known.',
  ),
  remedy: text(
    '初回請求を確認できません。開始時の請求を確認してください。',
    'Check whether the first stage was claimed; the insurer is asked.',
  ),
  check(memory, _facts, report) {
    const { timing, guidance, ticketNumber, places } = memory.record;
    if (timing !== '2' && timing !== '3') return;
    // Of a first interview on an impossible day nobody can say what came with it.
    if (memory.said.has('G010')) return;
    if (ticketNumber === null || !isWithinHistory(memory, guidance?.firstDate ?? null)) return;
    if (otherInstalments(memory).some((each) => each.timing === '1' || each.timing === '5')) return;
    report(claimPlace(places, 'timing', true), { value: timing });
  },
};
