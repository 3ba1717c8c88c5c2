import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** 対象者 and 実施理由 of 詳細な健診. */
const reasons = new Set<string>(
  [
    itemCodes.anaemiaReason,
    itemCodes.electrocardiogramSubject,
    itemCodes.electrocardiogramReason,
    itemCodes.fundusSubject,
    itemCodes.fundusReason,
    itemCodes.creatinineSubject,
    itemCodes.creatinineReason,
  ].flat(),
);

/** X015: 一連検査グループの関係コードが違います。 */
export const x015: RuleOf<'item'> = {
  id: 'X015',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('一連検査グループの関係コードが違います', 'A group uses another relation'),
  message: text(
    '{itemName}（{item}）の関係コードが「{value}」です（正: {expected}）。',
    'The relation of {itemName} ({item}) is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '一連検査グループの関係コード（COMP・RSON）を確認してください。',
    'Relate the items of a group by COMP or RSON.',
  ),
  check(item, _facts, report) {
    if (item.group === null) return;
    const isReason = reasons.has(item.code);
    if (item.relation === 'RSON' || (item.relation === 'COMP' && !isReason)) return;
    const expected = isReason ? 'RSON' : 'COMP, RSON';
    report(item.at.parent ?? item.at, { item: item.code, value: item.relation, expected });
  },
};
