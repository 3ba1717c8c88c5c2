import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M024: 服薬歴（血圧・血糖・脂質）は必須項目。 */
export const m024 = mandatoryItem({
  id: 'M024',
  name: text('服薬歴（血圧・血糖・脂質）', 'medication'),
  source: '項目表 1',
  sets: [itemCodes.medicationPressure, itemCodes.medicationGlucose, itemCodes.medicationLipid],
  returnReason: '02',
});
