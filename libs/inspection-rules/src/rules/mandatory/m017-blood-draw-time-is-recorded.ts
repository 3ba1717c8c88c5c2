import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M017: 採血時間（食後）は必須項目。 */
export const m017 = mandatoryItem({
  id: 'M017',
  name: text('採血時間（食後）', 'time since the last meal'),
  source: '標準的な健診プログラム 注1',
  sets: [itemCodes.bloodDrawTime],
  returnReason: '02',
});
