const none =
  /^(特に|特記(すべき)?(事項|こと)?は?|該当(薬|薬剤|事項|者)?|服用(薬)?|内服(薬)?|服薬|薬剤?|処方)?(なし|ナシ|無し|無|ない|ありません|せず|しません|していない|していません)[。．]?$/;

const clear = new Set([
  '異常なし',
  '異常無し',
  '異常は認めない',
  '異常を認めず',
  '異常を認めない',
  '異常ありません',
  '異常を認めません',
  '異常所見なし',
  '所見なし',
  '特に異常なし',
  '正常',
  '正常範囲',
  '正常範囲内',
  '基準範囲内',
  '問題なし',
]);

/** True for a text that says that there is nothing to say. */
export function saysNone(written: string): boolean {
  return none.test(written.trim());
}

/** True for no text, and for one that says that there is nothing to say. */
export function saysNothing(written: string): boolean {
  return written === '' || saysNone(written);
}

/** True for a text that says of all it speaks of that it is as it should be; without marks and spaces, in one width. */
export function saysAllClear(words: string): boolean {
  return clear.has(words) || saysNone(words);
}
