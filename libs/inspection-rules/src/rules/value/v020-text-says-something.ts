import { itemCodes } from '../../item-codes.js';
import { detailReasonCodes } from '../../detail-groups.js';
import { isPlaceholder } from '../../placeholder-words.js';
import { hasPlainValue } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

const toldElsewhere = new Set<string>([itemCodes.diagnosis[0], ...detailReasonCodes]);

/** V020: 所見が空白・記号・仮の文字だけです。 */
export const v020: RuleOf<'item'> = {
  id: 'V020',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: 'own design',
  subject: 'item',
  types: ['ST'],
  appliesTo: ['hc'],
  title: text('所見が空白・記号・仮の文字だけです', 'A text is empty, a mere mark or a placeholder'),
  message: text(
    '{itemName}（{item}）の記載が「{value}」です（所見ではありません）。',
    'The text of {itemName} ({item}) is "{value}".',
  ),
  remedy: text('所見を記録してください。', 'Write the finding.'),
  check(item, _facts, report) {
    if (item.type !== 'ST' || !hasPlainValue(item)) return;
    if (!/^[.．,，、。\-－―ー‐ｰ*＊?？\s]*$/.test(item.value) && !isPlaceholder(item.value)) return;
    // An empty 医師の診断 is M022's, an empty reason of a 詳細な健診 E001's.
    if (item.value === '' && toldElsewhere.has(item.code)) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.value });
  },
};
