import { type RuleOf, text } from '../../rule.js';

/** A025: XSDフォルダが揃っていません。 */
export const a025: RuleOf<'archive'> = {
  id: 'A025',
  level: 2,
  severity: 'warning',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('XSDフォルダが揃っていません', 'The schema folder is not complete'),
  message: text(
    'XSDフォルダのファイルが{count}件足りません（例 {value}）。点検には使用しません。',
    '{count} schema files are missing (for example {value}). They are not used to judge.',
  ),
  remedy: text('XSDフォルダを付けてください。', 'Add the schema folder.'),
  check(archive, _facts, report) {
    const missing = archive.directory?.facts.schemasMissing ?? [];
    const [first] = missing;
    if (first === undefined) return;
    report(
      { file: `${archive.directory?.rootFolder ?? ''}/XSD/` },
      { value: first, values: { count: missing.length } },
    );
  },
};
