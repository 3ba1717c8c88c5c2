import { defectsIn } from './xml-defects.js';
import { type RuleOf, text } from '../../rule.js';

/** X010: 不正な文字があります。 */
export const x010: RuleOf<'document'> = {
  id: 'X010',
  level: 4,
  severity: 'return',
  isFixed: true,
  returnReason: '01',
  source: 'own design',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text('不正な文字があります', 'A character is not allowed'),
  message: text(
    '制御文字、外字又は文字でない符号があります。',
    'There is a control, private-use or non-character.',
  ),
  remedy: text('不正な文字を除いてください。', 'Remove the character.'),
  check(document, _facts, report) {
    for (const { code, line } of defectsIn(document.parsed)) {
      if (code === 'character') report({ file: document.path, line });
    }
  },
};
