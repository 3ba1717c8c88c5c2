import { placeOf } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** Most persons of a group; the record has no item for them, only the note may speak of them. */
const GROUP_MAX = 8;

/** G014: グループ面接の人数が8人を超えています。 */
export const g014: RuleOf<'guidance'> = {
  id: 'G014',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: 'general knowledge of the field',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('グループ面接の人数が8人を超えています', 'A group interview had more than 8 persons'),
  message: text(
    'グループ面接の情報に「{value}」人とあります（{expected}人以下）。',
    'The note on a group interview speaks of "{value}" persons; {expected} are the most.',
  ),
  remedy: text('グループは8人以下です。確認してください。', 'Check the size of the group.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    for (const act of [course.splitInterview, course.interview]) {
      if (act === null || !/^[34]$/.test(act.form?.value ?? '')) continue;
      const note = act.items.find(({ code }) => code === guidanceItemCodes.interviewNote);
      const persons = Number(/(\d{1,3})\s*[人名]/.exec(note?.value.normalize('NFKC') ?? '')?.[1] ?? 0);
      if (note === undefined || persons <= GROUP_MAX) continue;
      report(placeOf(note), { item: note.code, value: persons, expected: GROUP_MAX });
    }
  },
};
