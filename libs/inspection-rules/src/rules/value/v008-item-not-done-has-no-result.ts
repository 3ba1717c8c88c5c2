import { type RuleOf, text } from '../../rule.js';

const words = {
  value: text('結果値', 'a value'),
  method: text('検査方法コード', 'a method code'),
  judgement: text('判定', 'an interpretation'),
} as const;

/** V008: 未実施の項目に結果が記録されています。 */
export const v008: RuleOf<'item'> = {
  id: 'V008',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  appliesTo: ['hc'],
  title: text('未実施の項目に結果が記録されています', 'An item that was not done has a result'),
  message: text(
    '{itemName}（{item}）は未実施ですが、{detail}が記録されています。',
    '{itemName} ({item}) is recorded as not done, but has {detail}.',
  ),
  remedy: text(
    '未実施の項目には結果値・検査方法・判定を記録しないでください。',
    'Record neither value, method nor interpretation for an item that was not done.',
  ),
  check(item, _facts, report) {
    if (!item.negated) return;
    const place = item.valueAt ?? item.methodCode?.at ?? item.interpretation?.at;
    if (place === undefined) return;
    const detail =
      item.valueAt !== null ? words.value : item.methodCode !== null ? words.method : words.judgement;
    report(place, { item: item.code, value: item.value || item.valueCode || null, values: { detail } });
  },
};
