import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M002: 体重は必須項目。 */
export const m002 = mandatoryItem({
  id: 'M002',
  name: text('体重', 'weight'),
  source: '項目表 1',
  sets: [itemCodes.weight],
});
