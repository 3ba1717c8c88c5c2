import { normaliseForComparison } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** I006: 記号が空又は「なし」です。 */
export const i006: RuleOf<'identity'> = {
  id: 'I006',
  level: 6,
  severity: 'warning',
  isOfFullWidth: true,
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('記号が空又は「なし」です', 'The insured symbol is empty or says that there is none'),
  message: text('被保険者証の記号が「{value}」です。', 'The symbol of the insurance card is "{value}".'),
  remedy: text('記号がない場合は要素を省略してください。', 'Leave the symbol out where there is none.'),
  check(identity, _facts, report) {
    const { symbol } = identity;
    if (symbol === null || !/^(?:-*|なし|ナシ|無し?)$/.test(normaliseForComparison(symbol.value))) return;
    report(symbol.at, { value: symbol.value });
  },
};
