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
    '{detail}{more}。結果は h・g、決済は c・p と26桁の数字に「.xml」です。',
    '{detail}{more}: a result is named h or g, a claim c or p, with 26 digits and ".xml".',
  ),
  remedy: text(
    'ファイル名の形式と置き場所（結果はDATA、決済はCLAIMSの直下）を確認してください。',
    'Check the names of the files and where they lie: results in DATA, claims in CLAIMS.',
  ),
  check(archive, _facts, report) {
    const { first = [], total = 0 } = archive.directory?.facts.wrongNames ?? {};
    const faults = first.map(({ path, reason }) => ({
      path,
      detail: reason === 'wrong-folder' ? misplaced : faultOf(path),
    }));
    // A folder is mistaken, a converter names wrongly as a whole: each fault once.
    for (const [words, [one, ...others]] of Map.groupBy(faults, ({ detail }) => detail.ja)) {
      const isEveryOne = words === faults[0]!.detail.ja && others.length + 1 === first.length;
      const more = isEveryOne ? total - 1 : others.length;
      report({ file: one!.path }, { values: { detail: one!.detail, more: moreWords(more) } });
    }
  },
};

function moreWords(count: number): Bilingual | '' {
  return count === 0 ? '' : text(`（ほか${count}件）`, ` (and ${count} more)`);
}

const misplaced = text(
  '結果と決済のフォルダが逆のファイルがあります（結果はDATA、決済はCLAIMS）',
  'A file stands in the folder of the others (results belong in DATA, claims in CLAIMS)',
);

/** What is wrong with the form of a name. */
function faultOf(path: string): Bilingual {
  const [, folder = '', ...inner] = path.split('/');
  const name = inner.at(-1) ?? '';
  if (inner.length > 1)
    return text(`${folder}の下にフォルダがあります`, `There is a folder inside ${folder}`);
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
