import { earliestAfter, soundFirstDate } from './sound-days.js';
import { type RuleOf, text } from '../../rule.js';

/** G029: 実績評価が3か月経過前です。 */
export const g029: RuleOf<'guidance'> = {
  id: 'G029',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '標準的なプログラム (3か月経過後)',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('実績評価が3か月経過前です', 'The evaluation is before three months have passed'),
  message: text(
    '実績評価の日 {value} が{interview}から3か月経過していません（{expected}以降）。',
    'The evaluation of {value} is less than 3 months after {interview}; {expected} is the earliest day.',
  ),
  remedy: text(
    '実績評価は3か月経過後です。日付を確認してください。',
    'Evaluate three months after the first interview.',
  ),
  check(_guidance, facts, report) {
    const { guidanceFacts: course, settings } = facts;
    const { evaluationDays: days } = settings;
    // An evaluation that an early end cannot have is G048's.
    if (course === null || course.evaluationDate === null || course.reportCode === '23') return;
    const { evaluationDate: value, secondDate, evaluation } = course;
    const firstDate = soundFirstDate(facts);
    const at = evaluation?.date?.at ?? null;
    if (firstDate !== null && value < earliestAfter(firstDate, days)) {
      const values = { interview: text('初回面接', 'the first interview') };
      return report(at, { value, expected: earliestAfter(firstDate, days), values });
    }
    if (secondDate === null || secondDate > facts.date) return;
    if (value >= earliestAfter(secondDate, days)) return;
    const values = { interview: text('初回面接②', 'the second half of the interview') };
    report(at, { value, expected: earliestAfter(secondDate, days), values, severity: 'warning' });
  },
};
