import { itemCodes } from '../../item-codes.js';
import { detailReasonCodes } from '../../detail-groups.js';
import { isEmptyPhrase, isPlaceholder } from '../../placeholder-words.js';
import { definitionOf, hasPlainValue } from './definition-of.js';
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
  check(item, facts, report) {
    if (item.type !== 'ST' || !hasPlainValue(item)) return;
    const isMark = /^[.．,，、。\-－―ー‐ｰ*＊?？〓■□●○◯×\uFFFD\s]*$/.test(item.value);
    if (!isMark && !isPlaceholder(item.value)) {
      // What the diagnosis says too little of is J007's.
      if (item.code === itemCodes.diagnosis[0] || !isEmptyPhrase(item.value)) return;
      report(item.valueAt ?? item.at, { item: item.code, value: item.value, severity: 'warning' });
      return;
    }
    // A value that should be no text at all is V004's.
    if ((definitionOf(item, facts)?.type ?? 'ST') !== 'ST') return;
    // An empty 医師の診断 is M022's, an empty reason of a 詳細な健診 E001's.
    if (item.value === '' && toldElsewhere.has(item.code)) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.value });
  },
};
