import { type RuleOf, text } from '../../rule.js';

/** I011: 氏名がありません。 */
export const i011: RuleOf<'identity'> = {
  id: 'I011',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('氏名がありません', 'The name is missing'),
  message: text('カナ氏名が空です。', 'The name is empty.'),
  remedy: text('カナ氏名を記録してください。', 'Write the name in katakana.'),
  check(identity, _facts, report) {
    const { name } = identity;
    if (name === null || name.value.trim() === '') report(name?.at ?? identity.at);
  },
};
