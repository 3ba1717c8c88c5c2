import type { Bilingual } from '@daiko/contracts';
import { oids, type PlacedCode } from '@daiko/exchange-format';
import { isMarkFirst } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

const markFirst = text('は L・H の印が値より前にあります', 'has its mark before its value');

function wrongMark({ value, codeSystem }: PlacedCode): Bilingual {
  if (codeSystem === oids.interpretation) return text(`の印が「${value}」です`, `has the mark "${value}"`);
  return codeSystem === ''
    ? text(`の印「${value}」にコード体系がありません`, `has the mark "${value}" without a code system`)
    : text(`の印「${value}」のコード体系が「${codeSystem}」です`, `has the mark "${value}" of ${codeSystem}`);
}

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
    const isOtherMark = item.valueCount === 2 && item.type === 'PQ' && mark !== null && mark.value !== '';
    const detail = isMarkFirst(item)
      ? markFirst
      : isOtherMark
        ? wrongMark(mark)
        : text(`に値が${item.valueCount}個あります`, `has ${item.valueCount} values`);
    report(mark?.at ?? item.valueAt ?? item.at, {
      item: item.code,
      value: isOtherMark ? mark.value : item.valueCount,
      expected: oids.interpretation,
      values: { detail },
    });
  },
};
