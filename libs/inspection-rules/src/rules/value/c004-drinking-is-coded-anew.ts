import { itemCodes } from '../../item-codes.js';
import { definitionOf, hasPlainCode } from './definition-of.js';
import { hasOtherDrinkingSystem } from './item-of-special-rule.js';
import { codeTable } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const parts = { code: text('コード', 'code'), system: text('コード体系', 'code system') } as const;

/** C004: 飲酒が第4期のコードではありません。 */
export const c004: RuleOf<'checkup'> = {
  id: 'C004',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '第3期と第4期の様式の違い',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('飲酒が第4期のコードではありません', 'Drinking is not coded by the list of the fourth period'),
  message: text(
    '{name}（{item}）の{part}が「{value}」です（正: {expected}）。',
    'The {part} of {name} ({item}) is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '飲酒は新コード（頻度1～8、量1～5）で記録してください。',
    'Use the new codes: 1 to 8 for the frequency, 1 to 5 for the amount.',
  ),
  check(_checkup, facts, report) {
    for (const codes of [itemCodes.drinking, itemCodes.drinkingAmount]) {
      const item = facts.itemOf(codes);
      const definition = item === null ? undefined : definitionOf(item, facts);
      if (item === null || definition === undefined || !hasPlainCode(item)) continue;
      const labels = codeTable(definition.codeSystem)?.labels;
      const isKnown = labels === undefined || labels.has(item.valueCode);
      if (isKnown && !hasOtherDrinkingSystem(item, facts)) continue;
      report(item.valueAt ?? item.at, {
        item: item.code,
        value: isKnown ? item.valueCodeSystem : item.valueCode,
        expected: isKnown ? definition.codeSystem : [...labels.keys()].join(', '),
        values: { name: definition.name, part: isKnown ? parts.system : parts.code },
      });
    }
  },
};
