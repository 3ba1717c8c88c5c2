import { claimPlace } from '../../memory-places.js';
import { earlierWords, otherInstalments } from './earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** H009: 終了と途中終了は両立しません。 */
export const h009: RuleOf<'memory'> = {
  id: 'H009',
  level: 8,
  severity: 'return',
  returnReason: '09',
  source: 'general knowledge',
  subject: 'memory',
  appliesTo: ['gc'],
  title: text('終了と途中終了は両立しません', 'Completed and ended early at once'),
  message: text(
    '同じ利用券で時点「{stage}」がすでに請求されています（{value}）。',
    'Stage {stage} of the same ticket was claimed before ({value}).',
  ),
  remedy: text(
    '終了と途中終了は両立しません。実施時点を確認してください。',
    'A course is either completed (2) or ended early (3): check the stage.',
  ),
  check(memory, _facts, report) {
    const { record } = memory;
    const other = record.timing === '2' ? '3' : record.timing === '3' ? '2' : null;
    if (other === null) return;
    const earlier = otherInstalments(memory).find(({ timing }) => timing === other);
    if (earlier === undefined) return;
    const value = earlierWords(earlier);
    report(claimPlace(record.places, 'timing', true), { value: value.en, values: { value, stage: other } });
  },
};
