import { type CheckupItem, oids } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** What the range of the file itself says of the value; null where it says nothing. */
function judgementOf(item: CheckupItem): string | null {
  const range = item.referenceRanges[0];
  if (range === undefined || item.number === null) return null;
  if (range.low !== null && item.number < Number(range.low)) return 'L';
  if (range.high !== null && item.number > Number(range.high)) return 'H';
  return 'N';
}

const ofCode = text('', '');
const ofSystem = text('のコード体系', ' system');

/** V018: 判定と基準値が合いません。 */
export const v018: RuleOf<'item'> = {
  id: 'V018',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  appliesTo: ['hc'],
  title: text('判定と基準値が合いません', 'The interpretation does not fit the reference range'),
  message: text(
    '{itemName}（{item}）の判定{part}が「{value}」です（正: {expected}）。',
    'The interpretation{part} of {itemName} ({item}) is "{value}"; {expected} was expected.',
  ),
  remedy: text('判定と基準値を確認してください。', 'Check the interpretation and the reference range.'),
  check(item, _facts, report) {
    const { interpretation } = item;
    if (interpretation === null) return;
    const { codeSystem } = interpretation;
    if (codeSystem !== oids.interpretation) {
      const values = { part: ofSystem };
      return report(interpretation.at, {
        item: item.code,
        value: codeSystem,
        expected: oids.interpretation,
        values,
      });
    }
    const all = item.at.children.filter(({ name }) => name === 'interpretationCode');
    if (all.length > 1) {
      const value = all.map((at) => at.attribute('code') ?? '').join(', ');
      return report(all[1]!, { item: item.code, value, expected: 'L / N / H', values: { part: ofCode } });
    }
    const expected = /^[LNH]$/.test(interpretation.value) ? judgementOf(item) : 'L, N, H';
    if (expected === null || expected === interpretation.value) return;
    report(interpretation.at, {
      item: item.code,
      value: interpretation.value,
      expected,
      values: { part: ofCode },
    });
  },
};
