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
]);

/** True for a text that is only such a word, in whatever width and case. */
export function isPlaceholder(text: string): boolean {
  const word = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^["'「(<]+|["'」)>]+$/g, '');
  return placeholders.has(word);
}
