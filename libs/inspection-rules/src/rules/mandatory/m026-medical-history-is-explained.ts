import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { explainedFinding } from './explained-finding.js';

/** M026: 既往歴「あり」なら具体的な既往歴が必須。 */
export const m026 = explainedFinding({
  id: 'M026',
  name: text('既往歴', 'medical history'),
  textName: text('具体的な既往歴', 'the concrete medical history'),
  answer: itemCodes.medicalHistory,
  explanation: itemCodes.medicalHistoryText,
});
