import { codeTable } from '@daiko/exchange-format';
import { definitionOf, hasPlainValue } from './definition-of.js';
import { hasOwnCodeRule } from './item-of-special-rule.js';
import { type RuleOf, text } from '../../rule.js';

function isCoded(type: string): boolean {
  return type === 'CD' || type === 'CO';
}

/** C001: コード値が一覧にありません。 */
export const c001: RuleOf<'item'> = {
  id: 'C001',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表 CODEOID',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('コード値が一覧にありません', 'A code is not in its table'),
  message: text(
    '{name}（{item}）のコードが「{value}」です（{expected} のいずれか）。',
    'The code of {name} ({item}) is "{value}"; one of {expected} was expected.',
  ),
  remedy: text('コード値を確認してください。', 'Check the code.'),
  check(item, facts, report) {
    if (!isCoded(item.type) || hasOwnCodeRule(item)) return;
    const definition = definitionOf(item, facts);
    if (definition === undefined || !isCoded(definition.type)) return;
    const system = item.valueCodeSystem === '' ? definition.codeSystem : item.valueCodeSystem;
    const table = codeTable(definition.codeSystem);
    if (!hasPlainValue(item) || system !== definition.codeSystem || table === undefined) return;
    if (table.labels.has(item.valueCode)) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.valueCode,
      expected: [...table.labels.keys()].slice(0, 20).join(', '),
      values: { name: definition.name },
    });
  },
};
