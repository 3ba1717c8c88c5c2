import { addMonths } from '../../add-months.js';
import { type RuleOf, text } from '../../rule.js';

const MONTHS_MAX = 12;

/** G030: 実績評価が初回面接から12か月を超えています。 */
export const g030: RuleOf<'guidance'> = {
  id: 'G030',
  level: 6,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text(
    '実績評価が初回面接から12か月を超えています',
    'The evaluation is more than 12 months after the interview',
  ),
  message: text(
    '実績評価の日 {value} が初回面接から12か月を超えています（{expected}まで）。',
    'The evaluation of {value} is more than 12 months after the first interview; {expected} is the last day.',
  ),
  remedy: text('評価日を確認します。', 'Check the day of the evaluation.'),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null || course.evaluationDate === null || course.firstDate === null) return;
    const last = addMonths(course.firstDate, MONTHS_MAX);
    if (course.evaluationDate <= last) return;
    report(course.evaluation?.date?.at ?? null, { value: course.evaluationDate, expected: last });
  },
};
