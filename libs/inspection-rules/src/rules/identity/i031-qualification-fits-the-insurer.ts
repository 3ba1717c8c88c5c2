import { type RuleOf, text } from '../../rule.js';

/** 法別番号 of 被用者保険 and of 国民健康保険. */
const employees = /^(?:0[1-7]|3[1-4]|63|7[2-5])/;
const nationalHealth = /^(?:00|67)/;

/** I031: 資格区分が正しくありません。 */
export const i031: RuleOf<'pair'> = {
  id: 'I031',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: 'OID表・別表',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('資格区分が正しくありません', 'The qualification is not possible'),
  message: text(
    '資格区分が「{value}」です（この保険者では {expected}）。',
    'The qualification is "{value}"; {expected} is possible for this insurer.',
  ),
  remedy: text('資格区分を確認してください。', 'Check the qualification.'),
  check(pair, _facts, report) {
    const qualification = pair.header?.patient?.qualification ?? null;
    if (qualification === null) return;
    const insurer = pair.resultIdentity?.insurerNumber?.value ?? '';
    const { value } = qualification;
    const expected = employees.test(insurer) ? '1–6' : nationalHealth.test(insurer) ? '7' : '1–7';
    const isPossible =
      expected === '7' ? value === '7' : expected === '1–6' ? /^[1-6]$/.test(value) : /^[1-7]$/.test(value);
    if (!isPossible) report(qualification.at, { value, expected });
  },
};
