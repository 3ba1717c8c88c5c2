import { guidanceSections } from '../../guidance-facts.js';
import { type RuleOf, text } from '../../rule.js';

const notDone = {
  interview: text(
    '初回面接が実施（EVN）として記録されていません',
    'the first interview is not recorded as done (EVN)',
  ),
  firstHalf: text(
    '初回面接①が実施（EVN）として記録されていません',
    'the first half of the interview is not recorded as done (EVN)',
  ),
  evaluation: text(
    '実績評価が実施（EVN）として記録されていません',
    'the evaluation is not recorded as done (EVN)',
  ),
};

/** G048: 請求した時点と実施記録が合いません。 */
export const g048: RuleOf<'pair'> = {
  id: 'G048',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: 'OID表・別表',
  subject: 'pair',
  appliesTo: ['hg', 'gc'],
  title: text('請求した時点と実施記録が合いません', 'What is claimed is not what is recorded as done'),
  message: text('実施時点「{value}」の請求ですが、{detail}。', 'Timing {value} is claimed, but {detail}.'),
  remedy: text(
    '請求の時点を確認してください。',
    'Record what was done, or claim at the timing that was reached.',
  ),
  check(pair, _facts, report) {
    const timing = pair.guidanceClaim?.guidanceTiming ?? null;
    const course = pair.guidanceFacts;
    if (timing === null || course === null) return;
    const { splitInterview, interview, evaluation, sections } = course;
    const isInterviewed = splitInterview !== null || interview !== null;
    // A section that is not there at all is said by G002.
    const hasInterview = sections.has(
      timing.value === '5' ? guidanceSections.splitInterview : guidanceSections.interview,
    );
    if ((timing.value === '1' || timing.value === '5') && !isInterviewed && hasInterview) {
      report(timing.at, { value: timing.value, values: { detail: notDone.interview } });
    }
    const isFirstHalfPlanned = sections.has(guidanceSections.splitInterview) && splitInterview === null;
    if (timing.value === '1' && isInterviewed && isFirstHalfPlanned) {
      report(timing.at, { value: timing.value, values: { detail: notDone.firstHalf } });
    }
    if (timing.value === '2' && evaluation === null && sections.has(guidanceSections.evaluation)) {
      report(timing.at, { value: timing.value, values: { detail: notDone.evaluation } });
    }
    if (timing.value === '3' && evaluation !== null) {
      const detail = text('実績評価が実施として記録されています', 'an evaluation is recorded as done');
      report(timing.at, { value: timing.value, values: { detail }, severity: 'query' });
    }
  },
};
