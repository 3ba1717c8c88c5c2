import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M015: γ-GTは必須項目。 */
export const m015 = mandatoryItem({
  id: 'M015',
  name: text('γ-GT', 'gamma-GT'),
  source: '項目表 J',
  sets: [itemCodes.ggt],
});
