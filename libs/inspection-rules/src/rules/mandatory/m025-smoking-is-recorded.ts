import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M025: 喫煙歴は必須項目。 */
export const m025 = mandatoryItem({
  id: 'M025',
  name: text('喫煙歴', 'smoking'),
  source: '項目表 1',
  sets: [itemCodes.smoking],
  returnReason: '02',
});
