import { type RuleOf, text } from '../../rule.js';

/** D004: 健診実施日がありません。 */
export const d004: RuleOf<'checkup'> = {
  id: 'D004',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('健診実施日がありません', 'The date of the checkup is missing'),
  message: text('健診実施年月日が記録されていません。', 'The date of the checkup is not recorded.'),
  remedy: text('健診実施日を記録してください。', 'Write the date of the checkup.'),
  check(checkup, _facts, report) {
    const event = checkup.header.serviceEvent;
    if ((event?.date?.value ?? '') === '') report(event?.date?.at ?? event?.at ?? checkup.at);
  },
};
