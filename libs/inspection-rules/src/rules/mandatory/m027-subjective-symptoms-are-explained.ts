import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { explainedFinding } from './explained-finding.js';

/** M027: 自覚症状「あり」なら自覚症状の所見が必須。 */
export const m027 = explainedFinding({
  id: 'M027',
  name: text('自覚症状', 'subjective symptoms'),
  textName: text('自覚症状の所見', 'the subjective symptoms found'),
  answer: itemCodes.subjectiveSymptoms,
  explanation: itemCodes.subjectiveSymptomsText,
});
