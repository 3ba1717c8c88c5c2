/** Words that programs and testers leave where people should have written something, in their comparable form. */
const placeholders = new Set([
  'null',
  'none',
  'nil',
  'undefined',
  'nan',
  'n/a',
  'na',
  'test',
  'dummy',
  'sample',
  'xxx',
  'テスト',
  'ダミー',
  'サンプル',
  '未入力',
  '記入例',
  '#n/a',
  '#ref!',
  '#name?',
  '#value!',
  '#div/0!',
  '#num!',
  '#null!',
]);

/** What stands where the doctor's own words belong, without marks and spaces. */
const emptyPhrases = new Set([
  '別紙',
  '別紙参照',
  '別紙のとおり',
  '別紙の通り',
  '別紙通り',
  '別添参照',
  '同上',
  '同前',
  '前回同様',
  '前回と同じ',
  '前回参照',
  '未判定',
  '判定保留',
  '判定待ち',
  '判定中',
  '保留',
  '読影中',
  '未読影',
  '未定',
  '未記入',
  '記入なし',
  '記載なし',
  '要確認',
  '確認中',
  'コメントなし',
]);

/** True for a whole text that refers elsewhere or puts off, and so says nothing itself. */
export function isEmptyPhrase(text: string): boolean {
  return emptyPhrases.has(text.normalize('NFKC').replace(/[\s。、.,()「」]/g, ''));
}

/** True for a text that is only such a word, in whatever width and case. */
export function isPlaceholder(text: string): boolean {
  const word = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^["'「(<]+|["'」)>]+$/g, '');
  return placeholders.has(word);
}
