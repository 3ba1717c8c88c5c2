import { expectedNamespaceOf } from '../../document-facts.js';
import { type RuleOf, text } from '../../rule.js';

/** X005: 名前空間が第4期のものではありません。 */
export const x005: RuleOf<'document'> = {
  id: 'X005',
  level: 4,
  severity: 'return',
  isFixed: true,
  returnReason: '01',
  source: '支払基金 名前空間チェック',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text('名前空間が第4期のものではありません', 'The namespace is not of the fourth period'),
  message: text(
    '名前空間が「{value}」です（正: {expected}）。',
    'The namespace is "{value}"; "{expected}" was expected.',
  ),
  remedy: text('第4期様式で作成してください。', 'Make the file in the format of the fourth period.'),
  check(document, _facts, report) {
    const { root, generation, hasExpectedRoot, expectedKind } = document;
    if (root !== null && hasExpectedRoot && generation === 'unknown') {
      report(root, { value: root.namespace, expected: expectedNamespaceOf(expectedKind) });
    }
  },
};
