import { itemCodes } from '../../item-codes.js';
import { placeOfMissing } from './mandatory-item.js';
import { questions } from './questionnaire.js';
import { type RuleOf, text } from '../../rule.js';

/** Answers to 飲酒 that leave no amount to ask for: やめた, 飲まない. */
const noDrinking = ['7', '8'];

/** M030: 質問票の未記入項目があります。 For insurers whose terms demand the whole questionnaire. */
export const m030: RuleOf<'checkup'> = {
  id: 'M030',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: '標準的な質問票',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('質問票の未記入項目があります', 'The questionnaire is not complete'),
  message: text(
    '質問票の{value}項目が記録されていません（最初の項目: {item}）。',
    '{value} questions have no answer, the first of them {item}.',
  ),
  remedy: text('質問票の全項目を記録してください。', 'Record every answer of the questionnaire.'),
  check(checkup, facts, report) {
    // Nothing at all is M029's.
    if (!facts.terms.isQuestionnaireRequired || facts.programme !== '010' || !facts.has(questions)) return;
    const drinksNothing = noDrinking.includes(facts.codeOf(itemCodes.drinking));
    const missing = questions.filter((code) => {
      return facts.item(code) === null && !(drinksNothing && code === itemCodes.drinkingAmount[0]);
    });
    if (missing.length > 0) report(placeOfMissing(checkup), { item: missing[0]!, value: missing.length });
  },
};
