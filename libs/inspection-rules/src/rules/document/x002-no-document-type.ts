import { defectsIn } from './xml-defects.js';
import { type RuleOf, text } from '../../rule.js';

/** X002: DTDは使用できません。 */
export const x002: RuleOf<'document'> = {
  id: 'X002',
  level: 4,
  severity: 'return',
  isFixed: true,
  returnReason: '01',
  source: 'own design: XML attacks',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text('DTDは使用できません', 'A DTD is not allowed'),
  message: text(
    'DOCTYPE宣言、実体宣言又はXIncludeがあります。',
    'There is a DOCTYPE, an entity declaration or an XInclude.',
  ),
  remedy: text('DTD・XIncludeを除いてください。', 'Remove the DTD or XInclude.'),
  check(document, _facts, report) {
    for (const { code, line } of defectsIn(document.parsed)) {
      if (code === 'doctype' || code === 'xinclude') report({ file: document.path, line });
    }
  },
};
