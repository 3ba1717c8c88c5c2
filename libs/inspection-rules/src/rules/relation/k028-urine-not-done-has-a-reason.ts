import { itemCodes } from '../../item-codes.js';
import { isUndone } from '../value/undone-items.js';
import { type RuleOf, text } from '../../rule.js';

const urineTests = [
  [itemCodes.urineGlucose, text('尿糖', 'Urine glucose')],
  [itemCodes.urineProtein, text('尿蛋白', 'Urine protein')],
] as const;
const words = { none: text('記録なし', 'none recorded') } as const;

/** K028: 尿検査が未実施です。 */
export const k028: RuleOf<'checkup'> = {
  id: 'K028',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '項目表 注',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('尿検査が未実施です', 'A urine test was not done'),
  message: text(
    '{name}が未実施又は測定不可能です（理由: {detail}）。',
    '{name} was not done or could not be measured (reason: {detail}).',
  ),
  remedy: text('未実施の理由（生理中等）を記録してください。', 'Record the reason, such as menstruation.'),
  check(_checkup, facts, report) {
    const reason = facts.codeOf(itemCodes.undoneReason);
    for (const [codes, name] of urineTests) {
      const item = facts.itemOf(codes);
      if (item === null || !isUndone(item)) continue;
      report(item.at, {
        item: item.code,
        values: { name, detail: reason === '' ? words.none : text(reason, reason) },
        severity: reason === '' ? 'return' : 'warning',
      });
    }
  },
};
