import type { XmlElement } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const instruction = text('処理命令があります', 'There is a processing instruction');
const elsewhere = text(
  'xsi:schemaLocationがXSDフォルダの外を指しています',
  'xsi:schemaLocation points outside the XSD folder',
);

/** X011: 処理命令又は外部のスキーマ指定があります。 */
export const x011: RuleOf<'document'> = {
  id: 'X011',
  level: 4,
  severity: 'info',
  returnReason: null,
  source: 'own design',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text(
    '処理命令又は外部のスキーマ指定があります',
    'There is a processing instruction or a schema elsewhere',
  ),
  message: text('{detail}（使用しません）。', '{detail}; it is not used.'),
  remedy: text('対応は不要です。', 'Nothing needs to be done.'),
  check(document, _facts, report) {
    const { parsed, path, root } = document;
    if (parsed?.ok === true && parsed.processingInstructions > 0) {
      report({ file: path }, { values: { detail: instruction } });
    }
    const outside = root === null ? null : schemaOutside(root);
    if (outside !== null) report(root, { value: outside, values: { detail: elsewhere } });
  },
};

/** First location that is no file of the archive's schema folder. */
function schemaOutside(root: XmlElement): string | null {
  const pairs = root.attribute('xsi:schemaLocation')?.trim().split(/\s+/) ?? [];
  const locations = pairs.filter((_word, index) => index % 2 === 1);
  const alone = root.attribute('xsi:noNamespaceSchemaLocation');
  if (alone !== undefined) locations.push(alone);
  return locations.find((location) => !/^(?:\.{1,2}\/)?XSD\/[\w/]+\.xsd$/.test(location)) ?? null;
}
