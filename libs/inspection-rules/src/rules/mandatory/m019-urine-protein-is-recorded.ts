import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';
import { isUndoneUrine } from './mandatory-sets.js';

const isUndone = isUndoneUrine(itemCodes.urineProtein);

/** M019: 尿蛋白は必須項目（未実施・測定不可能は K028）。 */
export const m019 = mandatoryItem({
  id: 'M019',
  name: text('尿蛋白', 'urine protein'),
  source: '項目表 L',
  sets: [itemCodes.urineProtein],
  isDemanded: (facts) => !isUndone(facts),
});
