import { oids } from '@daiko/exchange-format';
import { definitionOf } from './definition-of.js';
import { isOldGuidanceWish, isOldHba1c } from './item-of-special-rule.js';
import { type RuleOf, text } from '../../rule.js';

/** V001: 項目コードが項目表にありません。 */
export const v001: RuleOf<'item'> = {
  id: 'V001',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('項目コードが項目表にありません', 'An item code is unknown'),
  message: text(
    '項目コード「{value}」が項目表にありません。',
    'The item code "{value}" is not in the table of items.',
  ),
  remedy: text(
    '項目コードを確認してください。独自項目は独自のコード体系で記録してください。',
    'Check the item code; write own items under the code system for local items.',
  ),
  check(item, facts, report) {
    if (item.codeSystem === oids.localItem || definitionOf(item, facts) !== undefined) return;
    if (isOldHba1c(item) || isOldGuidanceWish(item)) return;
    report(item.at, { item: item.code, value: item.code });
  },
};
