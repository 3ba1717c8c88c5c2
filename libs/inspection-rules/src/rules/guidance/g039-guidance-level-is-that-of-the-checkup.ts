import { claimPlace } from '../../memory-places.js';
import { checkupOf } from '../history/earlier-records.js';
import { mayBeEased } from './eased-support.js';
import { type RuleOf, text } from '../../rule.js';

/** G039: 支援レベルが健診結果と異なります。 */
export const g039: RuleOf<'memory'> = {
  id: 'G039',
  level: 8,
  severity: 'query',
  returnReason: '04',
  source: 'general knowledge; 第4期',
  subject: 'memory',
  appliesTo: ['hg', 'gc'],
  title: text('支援レベルが健診結果と異なります', 'The level is not that of the checkup'),
  message: text(
    '保健指導区分が「{value}」ですが、健診の保健指導レベルは「{expected}」です。',
    'The guidance is of level {value}, the checkup says {expected}.',
  ),
  remedy: text(
    '支援レベルが健診結果と異なります。保険者へ確認します。',
    'The insurer is asked; check the level against the checkup.',
  ),
  check(memory, _facts, report) {
    const { record } = memory;
    const { level } = record;
    const checkup = record.isGuidance ? (checkupOf(memory)?.values?.checkup ?? null) : null;
    if (checkup === null || !/^[124]$/.test(checkup.level)) return;
    const fits = level === '3' ? checkup.level === '1' && mayBeEased(memory) : level === checkup.level;
    if (!fits) report(claimPlace(record.places, 'level', true), { value: level, expected: checkup.level });
  },
};
