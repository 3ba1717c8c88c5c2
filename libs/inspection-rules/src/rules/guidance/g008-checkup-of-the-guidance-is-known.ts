import { guidanceItemCodes } from '../../item-codes.js';
import { checkupOf, isWithinHistory } from '../history/earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** G008: 健診結果を確認できません。 */
export const g008: RuleOf<'memory'> = {
  id: 'G008',
  level: 8,
  severity: 'warning',
  returnReason: '09',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hg'],
  title: text('健診結果を確認できません', 'The checkup of the guidance is not known'),
  message: text(
    '健診実施年月日「{value}」の健診の記録がありません。',
    'No checkup of {value} is known of this person.',
  ),
  remedy: text(
    '健診結果を確認できません。健診実施年月日を確認してください。',
    'Check the date of the checkup; the checkup may have come another way.',
  ),
  check(memory, _facts, report) {
    const { checkupDate, isGuidance, places } = memory.record;
    if (!isGuidance || checkupDate === null || !isWithinHistory(memory, checkupDate)) return;
    if (checkupOf(memory) !== null) return;
    report({ file: places.result }, { item: guidanceItemCodes.checkupDate, value: checkupDate });
  },
};
