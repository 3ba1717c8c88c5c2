import { expectedRootOf } from '../../document-facts.js';
import { type RuleOf, text } from '../../rule.js';

/** X004: ファイルの種類が異なります。 */
export const x004: RuleOf<'document'> = {
  id: 'X004',
  level: 4,
  severity: 'return',
  isFixed: true,
  returnReason: '01',
  source: '支払基金 受付チェック',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text('ファイルの種類が異なります', 'The file is of another kind'),
  message: text(
    'ルート要素が「{value}」です（正: {expected}）。',
    'The root element is "{value}"; "{expected}" was expected.',
  ),
  remedy: text('ファイルの種類と名前を確認してください。', 'Check the kind and the name of the file.'),
  check(document, _facts, report) {
    const { root, hasExpectedRoot, expectedKind } = document;
    if (root !== null && !hasExpectedRoot) {
      report(root, { value: root.name, expected: expectedRootOf(expectedKind) });
    }
  },
};
