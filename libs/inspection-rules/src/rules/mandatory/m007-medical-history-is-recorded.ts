import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M007: 既往歴は必須項目。 */
export const m007 = mandatoryItem({
  id: 'M007',
  name: text('既往歴', 'medical history'),
  source: '項目表 1',
  sets: [itemCodes.medicalHistory],
});
