import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';
import { mayLeaveOutWaist } from './mandatory-sets.js';

/** M004: 腹囲又は内臓脂肪面積は必須項目（BMI 20.0未満は省略できる）。 */
export const m004 = mandatoryItem({
  id: 'M004',
  name: text('腹囲又は内臓脂肪面積', 'waist or visceral fat'),
  source: '項目表 A',
  sets: [[...itemCodes.visceralFat, ...itemCodes.waist]],
  isDemanded: (facts) => !mayLeaveOutWaist(facts),
});
