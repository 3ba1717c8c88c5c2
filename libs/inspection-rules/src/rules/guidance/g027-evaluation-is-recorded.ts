import { guidanceSections } from '../../guidance-facts.js';
import { guidanceItemCodes as codes, goalItems } from '../../item-codes.js';
import { isMiscoded } from './miscoded-items.js';
import { type RuleOf, text } from '../../rule.js';

const needed = [
  [codes.evaluatedWaist, text('腹囲', 'the waist')],
  [codes.evaluatedWeight, text('体重', 'the weight')],
  [goalItems.body.evaluation, text('腹囲・体重の改善', 'the change of waist and weight')],
  [goalItems.food.evaluation, text('食習慣の改善', 'the eating habits')],
  [goalItems.exercise.evaluation, text('運動習慣の改善', 'the exercise habits')],
  [goalItems.smoking.evaluation, text('喫煙習慣の改善', 'the smoking habits')],
  [goalItems.rest.evaluation, text('休養習慣の改善', 'the rest habits')],
  [goalItems.other.evaluation, text('その他の生活習慣の改善', 'other habits')],
] as const;

/** G027: 実績評価の項目がありません。 */
export const g027: RuleOf<'guidance'> = {
  id: 'G027',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '特定保健指導情報ファイル仕様説明書 V4; 標準的な健診・保健指導プログラム',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('実績評価の項目がありません', 'An item of the evaluation is missing'),
  message: text('実績評価の{name}（{item}）がありません。', 'The evaluation lacks {name} ({item}).'),
  remedy: text('実績評価を記録してください。', 'Record the day, waist, weight and what was reached.'),
  check(guidance, { guidanceFacts: course }, report) {
    if (course === null || course.reportCode !== '22' || course.evaluation === null) return;
    // Who cannot be reached has nothing to record (G028).
    if ((course.numberOf(codes.evaluationAttempts) ?? 0) > 0) return;
    const { evaluation } = course;
    // What is written and no day of the calendar is D001's.
    if (course.evaluationDate === null && (evaluation.date?.value ?? '') === '') {
      const values = { name: text('実施日付', 'its day') };
      const value = evaluation.date?.value ?? '';
      report(evaluation.date?.at ?? evaluation.at, { item: codes.evaluationDate, value, values });
    }
    if ((evaluation.implementer?.value ?? '') === '') {
      const values = { name: text('実施者', 'who made it') };
      report(evaluation.implementer?.at ?? evaluation.at, {
        item: codes.evaluationImplementer,
        value: '',
        values,
      });
    }
    if (evaluation.form === null) {
      const values = { name: text('支援形態又は確認方法', 'its form') };
      report(evaluation.at, { item: codes.evaluationForm, value: '', values });
    }
    for (const [item, name] of needed) {
      if (course.valueOf(item) !== null) continue;
      if (isMiscoded(item, guidanceSections.evaluation, guidance)) continue;
      report(course.itemOf(item)?.at ?? evaluation.at, { item, value: '', values: { name } });
    }
    if (course.itemOf(codes.outcomePoints) !== null) return;
    if (isMiscoded(codes.outcomePoints, guidanceSections.evaluation, guidance)) return;
    const values = { name: text('アウトカム合計ポイント', 'the total of the outcome points') };
    const severity = course.isActive ? 'return' : 'warning';
    report(evaluation.at, { item: codes.outcomePoints, value: '', values, severity });
  },
};
