import { placeOfMissing } from './mandatory-item.js';
import { questions } from './questionnaire.js';
import { type RuleOf, text } from '../../rule.js';

/** M029: 質問票の回答がありません。 */
export const m029: RuleOf<'checkup'> = {
  id: 'M029',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: '標準的な質問票',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('質問票の回答がありません', 'The questionnaire is not transcribed'),
  message: text(
    '質問票（服薬・喫煙以外）の回答が一つも記録されていません。',
    'No answer of the questionnaire is recorded beside medication and smoking.',
  ),
  remedy: text('質問票の回答を記録してください。', 'Record the answers of the questionnaire.'),
  check(checkup, facts, report) {
    if (facts.programme !== '010' || facts.has(questions) || facts.isMeant(questions)) return;
    report(placeOfMissing(checkup), { item: questions[0]! });
  },
};
