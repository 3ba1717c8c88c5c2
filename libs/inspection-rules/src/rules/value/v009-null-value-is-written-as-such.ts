import { type RuleOf, text } from '../../rule.js';

/** V009: 測定不可能の記録方法が違います。 */
export const v009: RuleOf<'item'> = {
  id: 'V009',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  appliesTo: ['hc'],
  title: text('測定不可能の記録方法が違います', 'A value that could not be measured is written wrongly'),
  message: text(
    '{itemName}（{item}）の nullFlavor が「{value}」です（測定不可能は {expected} のみで、値・コードは記録しません）。',
    'The nullFlavor of {itemName} ({item}) is "{value}"; not measurable is {expected} alone, without value or code.',
  ),
  remedy: text(
    '測定不可能は nullFlavor="NI" だけで記録してください。',
    'Write nullFlavor="NI" and neither value nor code.',
  ),
  check(item, _facts, report) {
    if (item.negated) return;
    const ofWhole = item.at.attribute('nullFlavor') ?? '';
    if (ofWhole !== '' && item.nullFlavor === '' && item.valueCount > 0) {
      report(item.at, { item: item.code, value: ofWhole, expected: 'NI', severity: 'warning' });
    }
    if (item.nullFlavor === '') return;
    const hasValue = item.value !== '' || item.valueCode !== '';
    if (item.nullFlavor === 'NI' && !hasValue) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.nullFlavor, expected: 'NI' });
  },
};
