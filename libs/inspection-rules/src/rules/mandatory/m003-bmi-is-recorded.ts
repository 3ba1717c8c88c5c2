import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M003: BMIは必須項目。 */
export const m003 = mandatoryItem({
  id: 'M003',
  name: text('BMI', 'BMI'),
  source: '項目表 1',
  sets: [itemCodes.bmi],
});
