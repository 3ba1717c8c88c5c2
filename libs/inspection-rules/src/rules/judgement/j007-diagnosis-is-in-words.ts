import { itemCodes } from '../../item-codes.js';
import { isDeferral, isPlaceholder } from '../../placeholder-words.js';
import { remembering } from '../../remembering.js';
import { type RuleOf, text } from '../../rule.js';
import { saysAllClear } from '../../says-none.js';

/** A number or a letter of judgement, and nothing else; a mere dash is V020's. */
const mark = /^(判定)?[0-9A-Za-z][0-9A-Za-z+-]{0,2}(判定)?$|^[0-9/.:-]+$|^[○◯〇◎△▲×●]$/;
const words = {
  mark: text('数字・記号だけです', 'a mere number or mark'),
  deferral: text('判定の内容がありません', 'no finding of a doctor'),
  clear: text('メタボリックシンドローム判定は基準該当です', 'yet metabolic syndrome is recorded'),
} as const;

/** A text without marks and spaces, in one width. */
const plainWords = remembering((written) => written.normalize('NFKC').replace(/[\s。、.,]/g, ''));

/** J007: 医師の診断の記載が不十分です。 */
export const j007: RuleOf<'checkup'> = {
  id: 'J007',
  level: 6,
  severity: 'warning',
  isOfFullWidth: true,
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('医師の診断の記載が不十分です', 'The diagnosis says too little'),
  message: text('医師の診断（判定）が「{value}」です（{detail}）。', 'The diagnosis is "{value}": {detail}.'),
  remedy: text('医師の診断の記載を確認してください。', 'Check the text of the diagnosis.'),
  check(_checkup, facts, report) {
    const item = facts.itemOf(itemCodes.diagnosis);
    if (item?.state !== 'VALUE') return;
    // A mere placeholder is V020's.
    if (isPlaceholder(item.value)) return;
    const said = plainWords(item.value);
    const isSick = facts.codeOf(itemCodes.metabolicSyndrome) === '1';
    const detail = mark.test(said)
      ? words.mark
      : isDeferral(said)
        ? words.deferral
        : isSick && saysAllClear(said)
          ? words.clear
          : null;
    if (detail === null) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.value, values: { detail } });
  },
};
