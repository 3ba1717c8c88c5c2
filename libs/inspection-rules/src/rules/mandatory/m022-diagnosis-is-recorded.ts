import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M022: 医師の診断は必須項目。 */
export const m022 = mandatoryItem({
  id: 'M022',
  name: text('医師の診断', 'diagnosis'),
  source: '項目表 1',
  sets: [itemCodes.diagnosis],
  returnReason: '02',
});
