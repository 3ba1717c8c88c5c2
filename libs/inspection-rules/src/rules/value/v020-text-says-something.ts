import { type CheckupItem, oids } from '@daiko/exchange-format';
import { itemCodes } from '../../item-codes.js';
import { detailReasonCodes } from '../../detail-groups.js';
import { isDeferral, isPlaceholder } from '../../placeholder-words.js';
import { definitionOf, hasPlainValue } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

const nothing = /^[.．,，、。・:：;；…‥\-－―ー‐ｰ−_＿=＝~～〜/／|｜*＊#＃?？!！〃〓□■\s]*$/;
/** Whose name the person may not know. */
const medicines = new Set<string>(
  [itemCodes.medicineNamePressure, itemCodes.medicineNameGlucose, itemCodes.medicineNameLipid].flat(),
);
const toldElsewhere = new Set<string>([itemCodes.diagnosis[0], ...detailReasonCodes]);

/** V020: 所見が空白・記号・仮の文字だけです。 */
export const v020: RuleOf<'item'> = {
  id: 'V020',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: 'own design',
  subject: 'item',
  isOfWriting: true,
  types: ['ST'],
  appliesTo: ['hc'],
  title: text('所見が空白・記号・仮の文字だけです', 'A text is empty, a mere mark or a placeholder'),
  message: text(
    '{itemName}（{item}）の記載が「{value}」です（所見ではありません）。',
    'The text of {itemName} ({item}) is "{value}".',
  ),
  remedy: text('所見を記録してください。', 'Write the finding.'),
  check(item, facts, report) {
    if (item.type !== 'ST' || !hasPlainValue(item)) return;
    const isEmpty = nothing.test(item.value) || isPlaceholder(item.value);
    if (!isEmpty && !isMereDeferral(item)) return;
    // A text where the table has none is V004's.
    if ((definitionOf(item, facts)?.type ?? 'ST') !== 'ST') return;
    // An empty 医師の診断 is M022's, an empty reason of a 詳細な健診 E001's.
    if (item.value === '' && toldElsewhere.has(item.code)) return;
    // An own item may have － for a negative result.
    const severity = isEmpty && item.codeSystem !== oids.localItem ? 'return' : 'warning';
    report(item.valueAt ?? item.at, { item: item.code, value: item.value, severity });
  },
};

/** What J007 says of the diagnosis, V020 of every other text. */
function isMereDeferral({ code, codeSystem, value }: CheckupItem): boolean {
  return (
    codeSystem !== oids.localItem &&
    code !== itemCodes.diagnosis[0] &&
    !medicines.has(code) &&
    isDeferral(value)
  );
}
