import { type RuleOf, text } from '../../rule.js';

/** G015: 初回面接の実施者が「その他」です。 */
export const g015: RuleOf<'guidance'> = {
  id: 'G015',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: 'general knowledge of the field',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text(
    '初回面接の実施者がない・「その他」です',
    'The first interview names nobody, or another profession',
  ),
  message: text(
    '初回面接の実施者が「{value}」です（1 医師、2 保健師、3 管理栄養士）。',
    'The interviewer of the first interview is "{value}"; 1, 2 or 3 was expected.',
  ),
  remedy: text(
    '初回面接の実施者を確認してください。',
    'Check who held the interview; nurses only within the transitional rule.',
  ),
  check(_guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    for (const act of [course.splitInterview, course.interview]) {
      const implementer = act?.implementer ?? null;
      if (implementer?.value === '4') report(implementer.at, { value: implementer.value });
      if (act === null || (implementer?.value ?? '') !== '' || !/^2[15]$/.test(course.reportCode)) continue;
      report(implementer?.at ?? act.at, {
        value: '',
        severity: course.reportCode === '25' ? 'warning' : 'return',
        returnReason: '02',
      });
    }
  },
};
