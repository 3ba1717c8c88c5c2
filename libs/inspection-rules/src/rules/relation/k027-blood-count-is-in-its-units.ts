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
    const count = facts.numberOf(itemCodes.erythrocytes);
    if (cells === null || count === null) return;
    // A rule of the item itself asks about a value that cannot be, as where two were exchanged.
    if (indices.some(([codes]) => facts.hasDoubtful(codes))) return;
    const wrong = indices.flatMap(([codes, [low, high], ja, en]) => {
      const part = facts.numberOf(codes);
      const index = part === null ? null : (part * 1000) / count;
      if (index === null || (index >= low && index <= high)) return [];
      const rounded = index.toFixed(1);
      return [{ expected: `${low}–${high}`, ja: `${ja}が ${rounded}`, en: `${en} is ${rounded}` }];
    });
    if (wrong.length === 0) return;
    report(cells.valueAt ?? cells.at, {
      item: cells.code,
      value: cells.value,
      expected: wrong.map(({ expected }) => expected).join(', '),
      values: { detail: text(wrong.map(({ ja }) => ja).join('、'), wrong.map(({ en }) => en).join(', ')) },
    });
  },
};
