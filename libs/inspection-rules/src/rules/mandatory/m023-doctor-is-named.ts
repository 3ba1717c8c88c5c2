import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** M023: 医師の氏名がありません。 */
export const m023: RuleOf<'checkup'> = {
  id: 'M023',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '項目表 author',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('医師の氏名がありません', 'The doctor is not named'),
  message: text('医師の診断に医師の氏名がありません。', 'The diagnosis does not name the doctor.'),
  remedy: text('医師の氏名を記録してください。', 'Write the name of the doctor.'),
  check(_checkup, facts, report) {
    const diagnosis = facts.itemOf(itemCodes.diagnosis);
    if (facts.programme !== '010' || diagnosis === null || diagnosis.negated) return;
    if ((diagnosis.authorName?.value ?? '') === '') {
      report(diagnosis.authorName?.at ?? diagnosis.at, { item: diagnosis.code });
    }
  },
};
