import { guidanceItemCodes as codes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** G062: 継続的支援の記録に不足があります。 */
export const g062: RuleOf<'guidance'> = {
  id: 'G062',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: '特定保健指導情報ファイル仕様説明書 V4 (未確認)',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('継続的支援の記録に不足があります', 'A support is not recorded in full'),
  message: text('継続的支援の{name}が記録されていません。', 'A support lacks {name}.'),
  remedy: text(
    '支援ごとに実施者とポイントを記録してください。',
    'Record with each support who gave it and its points.',
  ),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null || !course.isActive) return;
    for (const act of course.supports) {
      if ((act.implementer?.value ?? '') === '') {
        report(act.at, { value: '', values: { name: text('実施者', 'who gave it') } });
      }
      if (act.items.every(({ code }) => code !== codes.supportPoints)) {
        const values = { name: text('ポイント', 'its points') };
        report(act.at, { item: codes.supportPoints, value: '', values });
      }
    }
  },
};
