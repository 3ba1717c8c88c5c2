import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { mandatoryItem } from './mandatory-item.js';

/** M013: ASTは必須項目。 */
export const m013 = mandatoryItem({
  id: 'M013',
  name: text('AST', 'AST'),
  source: '項目表 G',
  sets: [itemCodes.ast],
});
