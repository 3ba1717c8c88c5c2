import { isUndone } from '../value/undone-items.js';
import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const MENSTRUATION = '1';
const urineTests = [...itemCodes.urineGlucose, ...itemCodes.urineProtein];

/** K035: 男性の未実施の理由が生理中です。 */
export const k035: RuleOf<'checkup'> = {
  id: 'K035',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('男性の未実施の理由が生理中です', 'A man has menstruation for a reason'),
  message: text(
    '測定不可能・検査未実施の理由が「{value}」（生理中）ですが、受診者は男性です。',
    'The reason why a test was not done is "{value}" (menstruation), but the person is a man.',
  ),
  remedy: text('未実施の理由又は性別を確認してください。', 'Check the reason, or the gender.'),
  check(_checkup, facts, report) {
    const reason = facts.itemOf(itemCodes.undoneReason);
    if (reason?.state !== 'VALUE' || reason.valueCode !== MENSTRUATION) return;
    if (facts.resultIdentity?.gender?.value !== '1') return;
    // A reason for nothing is C012's.
    const hasUndone = urineTests.some((code) => {
      const item = facts.item(code);
      return item !== null && isUndone(item);
    });
    if (!hasUndone) return;
    report(reason.valueAt ?? reason.at, { item: reason.code, value: reason.valueCode });
  },
};
