import { guidanceSections, itemIn } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** G049: 初回未完了の記録が請求と合いません。 */
export const g049: RuleOf<'pair'> = {
  id: 'G049',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '標準的な契約書 ※3',
  subject: 'pair',
  appliesTo: ['hg', 'gc'],
  title: text(
    '初回未完了の記録が請求と合いません',
    'The record of an unfinished interview does not fit the claim',
  ),
  message: text(
    '初回未完了の請求ですが、{detail}。',
    'The first interview is claimed as unfinished, but {detail}.',
  ),
  remedy: text(
    '初回未完了の経過を記録してください。面接が完了したときは、開始時として請求してください。',
    'Record how the person was invited to the second half, and what came of it; a completed interview is claimed at timing 1.',
  ),
  check(pair, _facts, report) {
    const timing = pair.guidanceClaim?.guidanceTiming ?? null;
    const course = pair.guidanceFacts;
    if (timing?.value !== '5' || course === null) return;
    const { splitInterview, interview, sections } = course;
    if (splitInterview !== null && itemIn(splitInterview, guidanceItemCodes.interviewNote) === null) {
      const values = {
        detail: text('初回面接情報に経過がありません', 'the note of the interview is missing'),
      };
      report(splitInterview.at, { item: guidanceItemCodes.interviewNote, values });
    }
    if (interview !== null && splitInterview !== null) {
      const detail = text(
        '初回面接②（90030）が実施として記録されています',
        'the second half (90030) is recorded as done',
      );
      report(interview.at, { values: { detail } });
    }
    const evaluation = sections.get(guidanceSections.evaluation);
    if (evaluation === undefined) return;
    report(evaluation, { values: { detail: text('実績評価があります', 'there is an evaluation') } });
  },
};
