import type { GuidanceItem } from '@daiko/exchange-format';
import { hasValue, placeOf } from '../../guidance-facts.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { guidanceDefinitionOf, isMistyped } from './guidance-item-table.js';
import { type Report, type RuleOf, text } from '../../rule.js';

const ofType = text('データ型', 'type');
const ofNegation = text(
  '未実施の印（negationInd、値は記録あり）',
  'mark of what was not done (negationInd), although it has a value,',
);
const ofValue = text('値', 'value');
const ofUnit = text('単位', 'unit');

/** G057: 保健指導の値のデータ型・単位が違います。 */
export const g057: RuleOf<'guidance'> = {
  id: 'G057',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定保健指導情報ファイル仕様説明書 V4; 付属資料3',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text(
    '保健指導の値のデータ型・単位が違います',
    'A value of guidance has another type or unit than the table',
  ),
  message: text(
    '{name}の{part}が「{value}」です（正: {expected}）。',
    'The {part} of {name} is "{value}"; "{expected}" was expected.',
  ),
  remedy: text(
    'データ型・単位を項目表のとおりに記録してください。',
    'Write type and unit as the table has them.',
  ),
  check(guidance, _facts, report) {
    for (const item of guidance.items) reportForm(item, report);
  },
};

function reportForm(item: GuidanceItem, report: Report): void {
  const definition = guidanceDefinitionOf(item.code);
  if (definition === undefined) return;
  const name = guidanceItemName(item.code);
  if (item.type === '') {
    if (!isMistyped(item)) return;
    const details = { item: item.code, value: '', expected: definition.type };
    return report(item.at, { ...details, values: { name, part: ofValue }, returnReason: '02' });
  }
  if (item.state === 'NOTDONE') {
    if (!hasValue(item)) return;
    const values = { name, part: ofNegation };
    return report(item.at, { item: item.code, value: 'true', expected: 'false', values });
  }
  if (isMistyped(item)) {
    const values = { name, part: ofType };
    return report(placeOf(item), { item: item.code, value: item.type, expected: definition.type, values });
  }
  if (definition.type !== 'PQ' || item.state === 'UNMEAS' || item.unit === definition.unit) return;
  const { unit: value } = item;
  report(placeOf(item), {
    item: item.code,
    value,
    expected: definition.unit,
    values: { name, part: ofUnit },
  });
}
