import { oids } from '@daiko/exchange-format';
import { isMarkFirst } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

const markFirst = text('は L・H の印が値より前にあります', 'has its mark before its value');

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
    '{itemName}（{item}）{detail}（正: 値1個と、その後に必要なときだけ L・H の印1個、コード体系 {expected}）。',
    '{itemName} ({item}) {detail}; one value, and behind it where needed one mark L or H of {expected}, were expected.',
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
    const count = item.valueCount;
    const detail = isMarkFirst(item) ? markFirst : text(`に値が${count}個あります`, `has ${count} values`);
    report(mark?.at ?? item.valueAt ?? item.at, {
      item: item.code,
      value: count,
      expected: oids.interpretation,
      values: { detail },
    });
  },
};
