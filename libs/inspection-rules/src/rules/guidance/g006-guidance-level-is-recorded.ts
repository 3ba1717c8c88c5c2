import { guidanceSections } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { isMiscoded } from './miscoded-items.js';
import { levelOf } from './level-of.js';
import { type RuleOf, text } from '../../rule.js';

/** G006: 保健指導区分がありません。 */
export const g006: RuleOf<'guidance'> = {
  id: 'G006',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: 'OID表・別表',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導区分がありません', 'The guidance level is missing'),
  message: text(
    '保健指導区分が「{value}」です（1 積極的支援、2 動機付け支援、3 動機付け支援相当）。',
    'The guidance level is "{value}"; 1, 2 or 3 was expected.',
  ),
  remedy: text('保健指導区分を記録してください。', 'Record the guidance level.'),
  check(guidance, { guidanceFacts: course }, report) {
    const level = levelOf(guidance);
    const code = level?.valueCode ?? '';
    if (/^[1-3]$/.test(code)) return;
    // A section that is not there at all is G002's, a value of another type G057's.
    if (level === null && course?.sections.has(guidanceSections.common) !== true) return;
    if (isMiscoded(guidanceItemCodes.level, guidanceSections.common, guidance)) return;
    report(level?.at ?? guidance.at, {
      item: guidanceItemCodes.level,
      value: code,
      severity: code === '4' ? 'query' : 'return',
    });
  },
};
