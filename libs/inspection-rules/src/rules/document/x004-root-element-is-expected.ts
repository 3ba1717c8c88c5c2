import { expectedRootOf } from '../../document-facts.js';
import { type RuleOf, text } from '../../rule.js';

/** typeId of CDA release 2. */
const CDA_TYPE = 'POCD_HD000040';
const names = {
  root: text('ルート要素', 'root element'),
  type: text('文書の種類（typeId）', 'type of the document (typeId)'),
};

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
    '{name}が「{value}」です（正: {expected}）。',
    'The {name} is "{value}"; "{expected}" was expected.',
  ),
  remedy: text('ファイルの種類と名前を確認してください。', 'Check the kind and the name of the file.'),
  check(document, _facts, report) {
    const { root, hasExpectedRoot, expectedKind } = document;
    if (root !== null && !hasExpectedRoot) {
      report(root, {
        value: root.name,
        expected: expectedRootOf(expectedKind),
        values: { name: names.root },
      });
    }
    const type = hasExpectedRoot ? (root?.child('typeId') ?? null) : null;
    const value = type?.attribute('extension') ?? '';
    if (type !== null && value !== CDA_TYPE) {
      report(type, { value, expected: CDA_TYPE, values: { name: names.type }, severity: 'warning' });
    }
  },
};
