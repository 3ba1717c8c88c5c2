import type { Bilingual } from '@daiko/contracts';
import { type CheckupItem, type CheckupItemContent, codeTable } from '@daiko/exchange-format';
import { definitionOf, hasPlainValue } from './definition-of.js';
import { hasOwnCodeRule } from './item-of-special-rule.js';
import { type RuleOf, text } from '../../rule.js';

function isCoded(type: string): boolean {
  return type === 'CD' || type === 'CO';
}

/** displayName of a value, remembered by what entries written alike share: it is read in every record. */
const displayNames = new WeakMap<CheckupItemContent, string>();

function displayNameOf({ content, valueAt }: CheckupItem): string {
  let name = displayNames.get(content);
  if (name === undefined) displayNames.set(content, (name = valueAt?.attribute('displayName') ?? ''));
  return name;
}

function contradiction(code: string, own: string, shown: string): Bilingual {
  return text(
    `${code} は「${own}」ですが、displayNameは「${shown}」です`,
    `${code} is "${own}", but displayName is "${shown}"`,
  );
}

/** True for the label of another code, or words that end with it (特記すべきことあり) and have nothing of the own one. */
function isOfOther(shown: string, own: string, labels: readonly string[]): boolean {
  if (labels.includes(shown)) return true;
  if (shown.includes(own)) return false;
  return labels.some((label) => label.length > 1 && shown.endsWith(label));
}

/** C001: コード値が一覧にありません。 */
export const c001: RuleOf<'item'> = {
  id: 'C001',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '項目表 CODEOID',
  subject: 'item',
  isOfWriting: true,
  types: ['CD', 'CO'],
  appliesTo: ['hc'],
  title: text('コード値が一覧にありません', 'A code is not in its table'),
  message: text(
    '{name}（{item}）のコードが「{value}」です（{detail}）。',
    'The code of {name} ({item}) is "{value}": {detail}.',
  ),
  remedy: text('コード値を確認してください。', 'Check the code.'),
  check(item, facts, report) {
    if (!isCoded(item.type)) return;
    const definition = definitionOf(item, facts);
    if (definition === undefined || !isCoded(definition.type)) return;
    const system = item.valueCodeSystem === '' ? definition.codeSystem : item.valueCodeSystem;
    const table = codeTable(definition.codeSystem);
    if (!hasPlainValue(item) || system !== definition.codeSystem || table === undefined) return;
    const own = table.labels.get(item.valueCode);
    if (own !== undefined) {
      const shown = displayNameOf(item);
      if (shown === '' || shown === own || !isOfOther(shown, own, [...table.labels.values()])) return;
      return report(item.valueAt ?? item.at, {
        item: item.code,
        value: item.valueCode,
        expected: shown,
        values: { detail: contradiction(item.valueCode, own, shown), name: definition.name },
        severity: 'warning',
      });
    }
    if (hasOwnCodeRule(item)) return;
    const codes = [...table.labels.keys()].slice(0, 20).join(', ');
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.valueCode,
      expected: codes,
      values: { name: definition.name, detail: text(`${codes} のいずれか`, `one of ${codes} was expected`) },
    });
  },
};
