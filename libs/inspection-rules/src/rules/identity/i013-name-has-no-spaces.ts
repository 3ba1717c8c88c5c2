import { type RuleOf, text } from '../../rule.js';

/** I013: 氏名に空白があります。 */
export const i013: RuleOf<'identity'> = {
  id: 'I013',
  level: 6,
  severity: 'warning',
  isOfFullWidth: true,
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('氏名に空白があります', 'The name has spaces'),
  message: text('氏名に空白があります（「{value}」）。', 'The name has spaces ("{value}").'),
  remedy: text('姓と名の間の空白を除いてください。', 'Write the name without spaces.'),
  check(identity, _facts, report) {
    const { name } = identity;
    if (name !== null && /\S[\s\u3000]+\S/.test(name.value)) report(name.at, { value: name.value });
  },
};
