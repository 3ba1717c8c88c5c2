import { itemCodes } from '../../item-codes.js';
import { remembering } from '../../remembering.js';
import { type RuleOf, text } from '../../rule.js';

/** A number or a letter of judgement, and nothing else; a mere dash is V020's. */
const mark = /^(判定)?[0-9A-Za-z][0-9A-Za-z+-]{0,2}(判定)?$/;
const allClear = new Set([
  '異常なし',
  '異常ありません',
  '異常を認めません',
  '異常所見なし',
  '所見なし',
  '特になし',
  '正常',
  '問題なし',
]);
const words = {
  mark: text('数字・記号だけです', 'a mere number or mark'),
  clear: text('メタボリックシンドローム判定は基準該当です', 'yet metabolic syndrome is recorded'),
} as const;

/** A text without marks and spaces, in one width. */
const plainWords = remembering((written) => written.normalize('NFKC').replace(/[\s。、.,]/g, ''));

/** J007: 医師の診断の記載が不十分です。 */
export const j007: RuleOf<'checkup'> = {
  id: 'J007',
  level: 6,
  severity: 'warning',
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
    const said = plainWords(item.value);
    const isSick = facts.codeOf(itemCodes.metabolicSyndrome) === '1';
    const detail = mark.test(said) ? words.mark : isSick && allClear.has(said) ? words.clear : null;
    if (detail === null) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.value, values: { detail } });
  },
};
