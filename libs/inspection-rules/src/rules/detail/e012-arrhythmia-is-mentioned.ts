import { type RuleOf, text } from '../../rule.js';

const arrhythmia = /不整脈|期外収縮|心房細動|心房粗動|動悸|結滞|結代|徐脈|頻脈|脈の乱れ|脈が乱/;

/** E012: 不整脈による心電図なのに記載がありません。 */
export const e012: RuleOf<'checkup'> = {
  id: 'E012',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text(
    '不整脈による心電図なのに記載がありません',
    'An electrocardiogram for arrhythmia is not explained',
  ),
  message: text(
    '心電図の対象者が「{value}」（不整脈）ですが、問診等に不整脈の記載がありません。',
    'The electrocardiogram is for "{value}" (arrhythmia), but no text mentions it.',
  ),
  remedy: text(
    '不整脈が疑われた所見を実施理由等に記載してください。',
    'Mention the suspected arrhythmia in the reason.',
  ),
  check(checkup, facts, report) {
    const group = facts.detailGroups.find(({ code }) => code === '2');
    if (group?.subjectValue !== '2') return;
    if (checkup.items.some(({ type, value }) => type === 'ST' && arrhythmia.test(value))) return;
    report(group.subject!.valueAt ?? group.subject!.at, { item: group.subject!.code, value: '2' });
  },
};
