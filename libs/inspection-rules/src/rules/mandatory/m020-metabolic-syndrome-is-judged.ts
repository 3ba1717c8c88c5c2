import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M020: メタボリックシンドローム判定は必須項目。 */
export const m020 = mandatoryItem({
  id: 'M020',
  name: text('メタボリックシンドローム判定', 'metabolic syndrome'),
  source: '項目表 1',
  sets: [itemCodes.metabolicSyndrome],
  returnReason: '02',
});
