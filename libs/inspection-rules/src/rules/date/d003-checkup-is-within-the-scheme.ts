import { type RuleOf, text } from '../../rule.js';

const SCHEME_START = '20080401';

/** D003: 健診実施日が制度開始前です。 */
export const d003: RuleOf<'checkup'> = {
  id: 'D003',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '国保連 返戻一覧 #2',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('健診実施日が制度開始前です', 'The checkup is before the scheme began'),
  message: text(
    '健診実施日 {value} が制度開始（{expected}）より前です。',
    'The checkup of {value} is before the scheme began ({expected}).',
  ),
  remedy: text('健診実施日を確認してください。', 'Check the date of the checkup.'),
  check(checkup, facts, report) {
    const date = checkup.header.serviceEvent?.date ?? null;
    if (date === null || facts.serviceDate === null || facts.serviceDate >= SCHEME_START) return;
    report(date.at, { value: facts.serviceDate, expected: SCHEME_START });
  },
};
