import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M011: HDLコレステロールは必須項目。 */
export const m011 = mandatoryItem({
  id: 'M011',
  name: text('HDLコレステロール', 'HDL cholesterol'),
  source: '項目表 E',
  sets: [itemCodes.hdl],
});
