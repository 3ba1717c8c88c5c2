import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M012: LDLコレステロール又はNon-HDLは必須項目。 */
export const m012 = mandatoryItem({
  id: 'M012',
  name: text('LDLコレステロール又はNon-HDL', 'LDL cholesterol or non-HDL'),
  source: '項目表 F',
  sets: [[...itemCodes.ldl, ...itemCodes.ldlCalculated, ...itemCodes.nonHdl]],
});
