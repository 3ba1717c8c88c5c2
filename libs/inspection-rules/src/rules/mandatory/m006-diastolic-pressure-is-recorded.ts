import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M006: 拡張期血圧は必須項目。 */
export const m006 = mandatoryItem({
  id: 'M006',
  name: text('拡張期血圧', 'diastolic blood pressure'),
  source: '項目表 C',
  sets: [itemCodes.diastolic],
});
