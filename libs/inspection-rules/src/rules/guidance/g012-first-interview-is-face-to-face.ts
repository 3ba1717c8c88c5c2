import { type RuleOf, text } from '../../rule.js';

/** G012: 初回面接の支援形態が電話・電子メール等です。 */
export const g012: RuleOf<'guidance'> = {
  id: 'G012',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'OID表・別表',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text(
    '初回面接の支援形態がない・電話・電子メール等です',
    'The first interview has no form, or was held by telephone or mail',
  ),
  message: text(
    '初回面接の支援形態が「{value}」です（{expected}）。',
    'The form of the first interview is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '初回面接の支援形態を確認してください。',
    'Check the form; telephone and mail are for the second half of a split interview alone.',
  ),
  check(_guidance, { guidanceFacts: course }, report) {
    // A second half without its first is G002's.
    if (course === null || course.isFirstHalfMissing || course.areHalvesReversed) return;
    const act = course.isSplit ? course.splitInterview : course.interview;
    const form = act?.form ?? null;
    if (form === null && act !== null) report(act.at, { value: '', expected: '1–4', returnReason: '02' });
    if (form !== null && /^[56]$/.test(form.value)) report(form.at, { value: form.value, expected: '1–4' });
  },
};
