import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M005: 収縮期血圧は必須項目。 */
export const m005 = mandatoryItem({
  id: 'M005',
  name: text('収縮期血圧', 'systolic blood pressure'),
  source: '項目表 B',
  sets: [itemCodes.systolic],
});
