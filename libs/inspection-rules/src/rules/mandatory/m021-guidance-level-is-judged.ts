import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M021: 保健指導レベルは必須項目。 */
export const m021 = mandatoryItem({
  id: 'M021',
  name: text('保健指導レベル', 'guidance level'),
  source: '項目表 1',
  sets: [itemCodes.guidanceLevel],
  returnReason: '02',
});
