import { addMonths } from '../../add-months.js';
import { soundFirstDate } from './sound-days.js';
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
    '実績評価が初回面接から12か月を超えるか未来です',
    'The evaluation is more than 12 months after the interview, or in the future',
  ),
  message: text(
    '実績評価の日 {value} が{detail}（{expected}まで）。',
    'The evaluation of {value} is {detail}; {expected} is the last day.',
  ),
  remedy: text('評価日を確認します。', 'Check the day of the evaluation.'),
  check(_guidance, facts, report) {
    const { guidanceFacts: course, date } = facts;
    if (course === null || course.evaluationDate === null) return;
    const { evaluation, evaluationDate: value } = course;
    const firstDate = soundFirstDate(facts);
    const at = evaluation?.date?.at ?? null;
    if (value > date) {
      const values = { detail: text('未来の日付です', 'in the future') };
      return report(at, { value, expected: date, values, severity: 'return', returnReason: '03' });
    }
    const last = firstDate === null ? null : addMonths(firstDate, MONTHS_MAX);
    if (last === null || value <= last) return;
    const values = {
      detail: text('初回面接から12か月を超えています', 'more than 12 months after the first interview'),
    };
    report(at, { value, expected: last, values });
  },
};
