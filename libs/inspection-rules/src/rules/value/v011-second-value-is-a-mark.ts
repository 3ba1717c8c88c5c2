import { oids } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** V011: 値の記録方法が違います。 */
export const v011: RuleOf<'item'> = {
  id: 'V011',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('値の記録方法が違います', 'Values are written in a wrong way'),
  message: text(
    '{itemName}（{item}）に値が{value}個あります（正: 値1個と、必要なときだけ L・H の印1個、コード体系 {expected}）。',
    '{itemName} ({item}) has {value} values; one value, and where needed one mark L or H of {expected}, were expected.',
  ),
  remedy: text(
    '2つ目の値は L（以下）・H（以上）の印だけにしてください。',
    'Let the second value be a mark L or H, and nothing else.',
  ),
  check(item, _facts, report) {
    if (item.valueCount < 2) return;
    const { mark } = item;
    const isMark = mark !== null && mark.codeSystem === oids.interpretation && /^[LH]$/.test(mark.value);
    if (item.valueCount === 2 && isMark) return;
    report(mark?.at ?? item.valueAt ?? item.at, {
      item: item.code,
      value: item.valueCount,
      expected: oids.interpretation,
    });
  },
};
