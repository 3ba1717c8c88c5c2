import type { CheckupItem } from '@daiko/exchange-format';
import { itemCodes } from '../../item-codes.js';
import { hasPlainValue } from './definition-of.js';
import { cannotBeZero } from './v016-measured-value-is-positive.js';
import { type RuleOf, text } from '../../rule.js';

/** V006: 数値で記録されていない項目があります。 */
export const v006: RuleOf<'item'> = {
  id: 'V006',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  types: ['PQ'],
  appliesTo: ['hc'],
  title: text('数値で記録されていない項目があります', 'A quantity is no number'),
  message: text(
    '{itemName}（{item}）の値が「{value}」です（符号・桁区切り・全角・指数のない半角の数値）。',
    'The value of {itemName} ({item}) is "{value}"; a plain decimal number was expected.',
  ),
  remedy: text('数値で記録してください。', 'Write the value as a plain decimal number.'),
  check(item, _facts, report) {
    if (item.type !== 'PQ' || !hasPlainValue(item) || /^[0-9]{1,12}(\.[0-9]{1,8})?$/.test(item.value)) return;
    // A negative number of what is measured is V016's, and somebody slender has one of 肥満度.
    if (isNegative(item)) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.value });
  },
};

function isNegative(item: CheckupItem): boolean {
  const maybe = cannotBeZero(item) || itemCodes.obesity.some((code) => code === item.code);
  return maybe && /^-[0-9]+(\.[0-9]+)?$/.test(item.value);
}
