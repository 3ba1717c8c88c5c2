import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M014: ALTは必須項目。 */
export const m014 = mandatoryItem({
  id: 'M014',
  name: text('ALT', 'ALT'),
  source: '項目表 H',
  sets: [itemCodes.alt],
});
