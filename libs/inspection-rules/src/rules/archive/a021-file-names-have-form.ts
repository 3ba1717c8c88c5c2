import type { Bilingual } from '@daiko/contracts';
import { type RuleOf, text } from '../../rule.js';

/** A021: ファイル名の桁数が違います。 */
export const a021: RuleOf<'archive'> = {
  id: 'A021',
  level: 2,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('ファイル名の桁数が違います', 'A file name has not the required form'),
  message: text(
    '{detail}。結果は h・g、決済は c・p と26桁の数字に「.xml」です。',
    '{detail}: a result is named h or g, a claim c or p, with 26 digits and ".xml".',
  ),
  remedy: text('ファイル名の桁数を確認してください。', 'Check the names of the files.'),
  check(archive, _facts, report) {
    const { first = [] } = archive.directory?.facts.wrongNames ?? {};
    const misplaced = first.filter(({ reason }) => reason === 'wrong-folder');
    for (const { path, reason } of first) {
      if (reason === 'form') report({ file: path }, { values: { detail: faultOf(path) } });
    }
    // Folders are mistaken as a whole: once.
    const [one] = misplaced;
    if (one === undefined) return;
    const detail = text(
      `結果と決済のフォルダが逆のファイルが${misplaced.length}件あります（結果はDATA、決済はCLAIMS）`,
      `${misplaced.length} files stand in the folder of the others (results belong in DATA, claims in CLAIMS)`,
    );
    report({ file: one.path }, { values: { detail } });
  },
};

/** What is wrong with the form of a name. */
function faultOf(path: string): Bilingual {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/\.xml$/i.test(name)) return text('XMLファイルではありません', 'It is no XML file');
  if (!name.endsWith('.xml'))
    return text('拡張子が小文字の「.xml」ではありません', 'It does not end in ".xml"');
  const [, letter = '', digits] = /^([a-zA-Z]?)(\d+)\.xml$/.exec(name) ?? [];
  if (digits === undefined) return text('26桁の数字のほかに文字があります', 'There is more than 26 digits');
  if (digits.length !== 26) {
    return text(`数字が${digits.length}桁です（正: 26桁）`, `It has ${digits.length} digits instead of 26`);
  }
  return /^[HCGP]$/.test(letter)
    ? text('頭文字が大文字です（26桁の前は小文字）', 'The first letter is a capital')
    : text('26桁の前の文字が違います', 'The first letter is another');
}
