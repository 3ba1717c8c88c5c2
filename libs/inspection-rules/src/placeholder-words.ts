import { remembering } from './remembering.js';

/** Words that programs and testers leave where people should have written something, in their comparable form. */
const placeholders = new Set([
  'null',
  'null値',
  'none',
  'nil',
  'undefined',
  'nan',
  'n/a',
  'na',
  '#n/a',
  '#name?',
  '#ref!',
  '#value!',
  '#div/0!',
  '#num!',
  '#null!',
  'error',
  'エラー',
  'true',
  'false',
  'blank',
  'test',
  'テストデータ',
  'dummy',
  'ダミーデータ',
  'sample',
  'サンプルデータ',
  'xxx',
  'テスト',
  'ダミー',
  'サンプル',
  '未入力',
  '未記入',
  '空白',
  '空欄',
  'ブランク',
  'データなし',
  '値なし',
  'ここに入力',
  '入力してください',
  '記入例',
]);

/** Words that put off or point elsewhere; in a longer text they may be part of a finding. */
const deferrals = new Set([
  '未',
  '未定',
  '未判定',
  '判定中',
  '判定待ち',
  '判定保留',
  '保留',
  '保留中',
  '後日',
  '後日判定',
  '後日記載',
  '後日連絡',
  '後日通知',
  '結果待ち',
  '別紙',
  '別紙参照',
  '別紙のとおり',
  '別紙の通り',
  '別添',
  '別添参照',
  '別添のとおり',
  '別添の通り',
  '上記参照',
  '上記のとおり',
  '上記の通り',
  '下記参照',
  '報告書参照',
  '結果報告書参照',
  '検査結果参照',
  '健診結果参照',
  '結果参照',
  '同上',
  '不明',
  '省略',
  '記載なし',
  '記入なし',
  '入力なし',
]);

const unknown = new Set(['不明', '薬剤名不明', '薬品名不明', '詳細不明', '名称不明', '薬名不明']);

/** Longer texts are no such word, and are not looked at. */
const WORD_LENGTH_MAX = 40;

const wordOf = remembering((text) =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^["'「(<]+|["'」)>。.、]+$/g, ''),
);

/** A text without the marks around it, in one width and case. */
function plainWord(text: string): string {
  return text.length > WORD_LENGTH_MAX ? text : wordOf(text);
}

/** True for a text that is only such a word, in whatever width and case. */
export function isPlaceholder(text: string): boolean {
  const word = plainWord(text);
  return placeholders.has(word) || /^(あ{3,8}|x{3,8}|a{3,8})$/.test(word);
}

/** True for a text that only puts off what it should say, or points elsewhere. */
export function isDeferral(text: string): boolean {
  return deferrals.has(plainWord(text));
}

/** True for a text that only says that nobody knows. */
export function saysUnknown(text: string): boolean {
  return unknown.has(plainWord(text));
}
