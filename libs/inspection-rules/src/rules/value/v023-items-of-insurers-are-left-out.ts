import { type RuleOf, text } from '../../rule.js';

/** 保険者再確認 of 服薬1–3. */
const ofInsurers = new Set(['9N702167200000049', '9N707167200000049', '9N712167200000049']);

/** V023: 保険者が記録する項目があります。 */
export const v023: RuleOf<'item'> = {
  id: 'V023',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('保険者が記録する項目があります', 'An item is for insurers only'),
  message: text(
    '{itemName}（{item}）は保険者再確認の項目です。',
    '{itemName} ({item}) is for the confirmation by the insurer.',
  ),
  remedy: text(
    '保険者が記録する項目です。記録しないでください。',
    'Leave the item out; the insurer records it.',
  ),
  check(item, _facts, report) {
    if (ofInsurers.has(item.code)) report(item.at, { item: item.code });
  },
};
