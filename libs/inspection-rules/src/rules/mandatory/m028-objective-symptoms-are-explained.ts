import { itemCodes } from '../../item-codes.js';
import { text } from '../../rule.js';
import { explainedFinding } from './explained-finding.js';

/** M028: 他覚症状「あり」なら他覚症状の所見が必須。 */
export const m028 = explainedFinding({
  id: 'M028',
  name: text('他覚症状', 'objective symptoms'),
  textName: text('他覚症状の所見', 'the objective symptoms found'),
  answer: itemCodes.objectiveSymptoms,
  explanation: itemCodes.objectiveSymptomsText,
});
