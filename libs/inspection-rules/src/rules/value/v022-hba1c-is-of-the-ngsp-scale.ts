import { itemCodes } from '../../item-codes.js';
import { isOldHba1c } from './item-of-special-rule.js';
import { type RuleOf, text } from '../../rule.js';

/** V022: HbA1cがJDS値の項目で記録されています。 */
export const v022: RuleOf<'item'> = {
  id: 'V022',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'JDS ended 2013',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('HbA1cがJDS値の項目で記録されています', 'HbA1c is recorded on the old JDS scale'),
  message: text(
    'HbA1c {value} がJDS値の項目コード「{item}」で記録されています（正: {expected}）。',
    'HbA1c {value} stands under the old JDS item {item}; {expected} was expected.',
  ),
  remedy: text('HbA1cはNGSP値の項目で記録してください。', 'Record HbA1c as NGSP, under its item.'),
  check(item, _facts, report) {
    if (isOldHba1c(item)) {
      report(item.at, { item: item.code, value: item.value, expected: itemCodes.hba1c[0] });
    }
  },
};
