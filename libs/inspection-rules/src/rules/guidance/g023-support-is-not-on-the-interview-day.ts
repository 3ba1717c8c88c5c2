import { dateOf, itemIn } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** G023: 初回面接と同日の支援が算定されています。 */
export const g023: RuleOf<'guidance'> = {
  id: 'G023',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text(
    '初回面接と同日の支援が算定されています',
    'A support on the day of the first interview is counted',
  ),
  message: text(
    '初回面接と同じ日 {value} の継続的支援が算定されています。',
    'A support on {value}, the day of the first interview, is counted.',
  ),
  remedy: text('同日の支援の算定を確認してください。', 'Check whether it is a support of its own.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    for (const act of course.supports) {
      const date = dateOf(act);
      if (date === null || (date !== course.firstDate && date !== course.secondDate)) continue;
      if (itemIn(act, guidanceItemCodes.supportPoints)?.number === 0) continue;
      report(act.date?.at ?? act.at, { value: date });
    }
  },
};
