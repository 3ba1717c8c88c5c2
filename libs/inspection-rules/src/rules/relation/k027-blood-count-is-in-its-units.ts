import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** MCV (fl) and MCH (pg) that can be; red cells in 10*4/mm3. */
const indices = [
  [itemCodes.hematocrit, [50, 150], 'ヘマトクリット（MCV）', 'MCV (haematocrit)'],
  [itemCodes.hemoglobin, [15, 50], 'ヘモグロビン（MCH）', 'MCH (haemoglobin)'],
] as const;

/** K027: 貧血検査の値が互いに合いません。 */
export const k027: RuleOf<'checkup'> = {
  id: 'K027',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('貧血検査の値が互いに合いません', 'The blood count does not fit together'),
  message: text(
    '赤血球数 {value} に対する{detail}です（正: {expected}）。',
    'With {value} red cells {detail}; {expected} was expected.',
  ),
  remedy: text('貧血検査の値・単位を確認してください。', 'Check values and units of the blood count.'),
  check(_checkup, facts, report) {
    const cells = facts.itemOf(itemCodes.erythrocytes);
    if (cells?.state !== 'VALUE' || cells.number === null || cells.number <= 0) return;
    for (const [codes, [low, high], ja, en] of indices) {
      const part = facts.numberOf(codes);
      if (part === null) continue;
      const index = (part * 1000) / cells.number;
      if (index >= low && index <= high) continue;
      const rounded = index.toFixed(1);
      report(cells.valueAt ?? cells.at, {
        item: cells.code,
        value: cells.value,
        expected: `${low}–${high}`,
        values: { detail: text(`${ja}が ${rounded}`, `${en} is ${rounded}`) },
      });
    }
  },
};
