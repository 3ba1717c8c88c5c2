const none = /^(特に|特記(すべき)?(事項|こと)?|該当|服用|内服|服薬)?(なし|無し|無|ありません)[。．]?$/;

/** True for a text that says that there is nothing to say. */
export function saysNone(written: string): boolean {
  return none.test(written.trim());
}
