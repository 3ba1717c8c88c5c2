import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M009: 他覚症状は必須項目。 */
export const m009 = mandatoryItem({
  id: 'M009',
  name: text('他覚症状', 'objective symptoms'),
  source: '項目表 1',
  sets: [itemCodes.objectiveSymptoms],
});
