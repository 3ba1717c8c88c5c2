import { counters } from '../../statistics/counters.js';
import { type RuleOf, text } from '../../rule.js';
import { nameOfItem, ofInstitution } from './institution-details.js';

/** B006: 小数のある項目の値がすべて整数です. */
export const b006: RuleOf<'statistics'> = {
  id: 'B006',
  level: 9,
  severity: 'warning',
  returnReason: null,
  source: 'own',
  subject: 'statistics',
  appliesTo: ['hc'],
  title: text(
    '小数第1位まである項目の値がすべて整数です',
    'All values of an item with decimals are whole numbers',
  ),
  message: text(
    '機関{institution}の{year}年度の健診{records}件の「{name}」の値{value}件がすべて整数です。',
    'All {value} values of {name} in {records} checkups of institution {institution} in fiscal year {year} are whole numbers.',
  ),
  remedy: text(
    '小数点以下が出力されているか確認してください。',
    'Check that the decimals are written, not cut off.',
  ),
  check({ own }, { settings }, report) {
    for (const { item, first } of counters.wholes) {
      const whole = own.countAt(first);
      if (whole < settings.statistics.valuesMin || own.countAt(first + 1) > 0) continue;
      report(null, ofInstitution(own, { item, value: whole, expected: 'NN.N' }, { name: nameOfItem(item) }));
    }
  },
};
