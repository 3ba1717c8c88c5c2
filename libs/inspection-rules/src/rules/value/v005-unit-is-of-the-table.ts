import type { Bilingual } from '@daiko/contracts';
import { isUnitOf } from '../../number-soundness.js';
import { definitionOf, hasPlainValue } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** V005: 単位が項目表と異なります。 */
export const v005: RuleOf<'item'> = {
  id: 'V005',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  types: ['PQ'],
  appliesTo: ['hc'],
  title: text('単位が項目表と異なります', 'The unit of a value is not that of the table'),
  message: text(
    '{name}（{item}）の単位が「{value}」です（正: {wanted}）。',
    'The unit of {name} ({item}) is "{value}"; {wanted} was expected.',
  ),
  remedy: text('単位を確認してください。', 'Check the unit.'),
  check(item, facts, report) {
    const definition = definitionOf(item, facts);
    if (definition?.type !== 'PQ' || item.type !== 'PQ' || !hasPlainValue(item)) return;
    // Without a number there is nothing that a unit could be of: V006's.
    if (isUnitOf(definition, item) || item.value === '') return;
    const isAlias = facts.settings.unitAliases[definition.unit]?.includes(item.unit) === true;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.unit,
      expected: definition.unit,
      values: { name: definition.name, wanted: wantedUnit(definition.unit) },
      severity: isAlias ? 'warning' : 'return',
    });
  },
};

function wantedUnit(unit: string): Bilingual {
  return unit === '' ? text('単位なし', 'no unit') : text(unit, `"${unit}"`);
}
