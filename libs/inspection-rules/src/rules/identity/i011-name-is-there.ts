import { type RuleOf, text } from '../../rule.js';

const empty = text('空です', 'empty');
const split = text(
  '要素に分けて記録されています（正: nameの直下の文字）',
  'written in parts inside the element',
);

/** I011: 氏名がありません。 */
export const i011: RuleOf<'identity'> = {
  id: 'I011',
  level: 6,
  severity: 'return',
  isOfFullWidth: true,
  returnReason: '02',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('氏名がありません', 'The name is missing'),
  message: text('カナ氏名が{detail}。', 'The name is {detail}.'),
  remedy: text('カナ氏名を記録してください。', 'Write the name in katakana.'),
  check(identity, _facts, report) {
    const { name } = identity;
    if (name !== null && name.value.trim() !== '') return;
    const parts = name?.at.children ?? [];
    report(name?.at ?? identity.at, { values: { detail: parts.length === 0 ? empty : split } });
  },
};
