import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M008: 自覚症状は必須項目。 */
export const m008 = mandatoryItem({
  id: 'M008',
  name: text('自覚症状', 'subjective symptoms'),
  source: '項目表 1',
  sets: [itemCodes.subjectiveSymptoms],
});
