import { type RuleOf, text } from '../../rule.js';

/** X006: 第3期様式のファイルです。 */
export const x006: RuleOf<'document'> = {
  id: 'X006',
  level: 4,
  severity: 'return',
  returnReason: '01',
  source: '第3期と第4期の様式の違い',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text('第3期様式のファイルです', 'The file is in the format of the third period'),
  message: text('第3期様式の名前空間「{value}」です。', 'The namespace "{value}" is of the third period.'),
  remedy: text('第4期様式で作成してください。', 'Make the file in the format of the fourth period.'),
  check(document, _facts, report) {
    const { root, generation } = document;
    if (root !== null && generation === 'v3') report(root, { value: root.namespace });
  },
};
