import { definitionOf } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** V026: 項目コードとdisplayNameが別の項目です。Any name that is not the official one of another item is the writer's own. */
export const v026: RuleOf<'item'> = {
  id: 'V026',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: 'own design (項目表 XML表示名)',
  subject: 'item',
  isOfWriting: true,
  appliesTo: ['hc'],
  title: text(
    '項目コードとdisplayNameが別の項目です',
    'The code and the displayName of an item are of two items',
  ),
  message: text(
    '項目コード「{item}」は「{name}」ですが、displayNameは別の項目「{value}」（{other}）です。',
    'The item code "{item}" is "{name}", but its displayName is that of another item, "{value}" ({other}).',
  ),
  remedy: text(
    '項目コードとdisplayNameのどちらが正しいか確認してください。',
    'Check which of the two is right, the item code or the displayName.',
  ),
  check(item, facts, report) {
    const { displayName } = item;
    if (displayName === '') return;
    const definition = definitionOf(item, facts);
    if (definition === undefined || definition.name === displayName) return;
    const other = facts.itemNamed(displayName);
    if (other === undefined) return;
    report(item.at.child('code') ?? item.at, {
      item: item.code,
      value: displayName,
      values: { name: definition.name, other: other.code },
    });
  },
};
