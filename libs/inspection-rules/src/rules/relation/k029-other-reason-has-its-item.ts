import { itemCodes } from '../../item-codes.js';
import { isOtherReasonWithUrine } from '../value/undone-items.js';
import { type RuleOf, text } from '../../rule.js';

/** K029: 理由が「その他」ですが未実施の項目がありません。 */
export const k029: RuleOf<'checkup'> = {
  id: 'K029',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '項目表 注',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '理由が「その他」ですが未実施の項目がありません',
    'The reason is "other" though everything was done',
  ),
  message: text(
    '測定不可能・検査未実施の理由が「{value}」（その他）ですが、尿検査を含めすべて実施されています。',
    'The reason for an item not done is "{value}" (other), but everything was done, the urine tests too.',
  ),
  remedy: text('理由と未実施項目を確認してください。', 'Check the reason, and whether an item was not done.'),
  check(checkup, facts, report) {
    if (!isOtherReasonWithUrine(checkup, facts)) return;
    const reason = facts.itemOf(itemCodes.undoneReason)!;
    report(reason.valueAt ?? reason.at, { item: reason.code, value: reason.valueCode });
  },
};
