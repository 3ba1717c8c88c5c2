import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';
import { isUndoneUrine } from './mandatory-sets.js';

const isUndone = isUndoneUrine(itemCodes.urineGlucose);

/** M018: 尿糖は必須項目（未実施・測定不可能は K028）。 */
export const m018 = mandatoryItem({
  id: 'M018',
  name: text('尿糖', 'urine glucose'),
  source: '項目表 K',
  sets: [itemCodes.urineGlucose],
  isDemanded: (facts) => !isUndone(facts),
});
