import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M016: 血糖（空腹時血糖・HbA1c・随時血糖のいずれか）は必須項目。 */
export const m016 = mandatoryItem({
  id: 'M016',
  name: text('血糖（空腹時血糖・HbA1c・随時血糖のいずれか）', 'blood glucose or HbA1c'),
  source: '項目表 b c d',
  sets: [[...itemCodes.glucoseFasting, ...itemCodes.hba1c, ...itemCodes.glucoseRandom]],
});
