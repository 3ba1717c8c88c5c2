import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M010: 中性脂肪（空腹時又は随時）は必須項目。 */
export const m010 = mandatoryItem({
  id: 'M010',
  name: text('中性脂肪（空腹時又は随時）', 'triglyceride'),
  source: '項目表 D',
  sets: [[...itemCodes.triglycerideFasting, ...itemCodes.triglycerideRandom]],
});
