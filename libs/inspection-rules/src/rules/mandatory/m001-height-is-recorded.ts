import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M001: 身長は必須項目。 */
export const m001 = mandatoryItem({
  id: 'M001',
  name: text('身長', 'height'),
  source: '項目表 1',
  sets: [itemCodes.height],
});
