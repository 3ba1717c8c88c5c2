import { itemCodes } from '../../item-codes.js';
import { isOtherReasonWithUrine, mandatoryUndone } from './undone-items.js';
import { type RuleOf, text } from '../../rule.js';

/** C012: 未実施の項目がないのに理由が記録されています。 */
export const c012: RuleOf<'checkup'> = {
  id: 'C012',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '項目表 注',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '未実施の項目がないのに理由が記録されています',
    'A reason stands though nothing was left undone',
  ),
  message: text(
    '測定不可能・検査未実施の理由が「{value}」ですが、未実施・測定不可能の必須項目がありません。',
    'The reason for an item not done is "{value}", but no mandatory item is recorded as not done.',
  ),
  remedy: text('理由と未実施項目を確認してください。', 'Check the reason, and whether an item was not done.'),
  check(checkup, facts, report) {
    const reason = facts.itemOf(itemCodes.undoneReason);
    if (reason === null || reason.state !== 'VALUE' || mandatoryUndone(checkup, facts)) return;
    if (isOtherReasonWithUrine(checkup, facts)) return;
    report(reason.valueAt ?? reason.at, { item: reason.code, value: reason.valueCode });
  },
};
