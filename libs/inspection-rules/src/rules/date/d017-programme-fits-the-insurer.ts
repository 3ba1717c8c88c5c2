import type { PairFacts } from '../../facts.js';
import { type RuleOf, text } from '../../rule.js';

/** 法別番号 of 後期高齢者医療広域連合. */
const ELDERLY = '39';

/** D017: 保険者とプログラムが合いません。 */
export const d017: RuleOf<'checkup'> = {
  id: 'D017',
  level: 6,
  severity: 'return',
  returnReason: '04',
  source: '法別番号',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('保険者とプログラムが合いません', 'The programme does not fit the insurer'),
  message: text(
    '法別番号{detail}の保険者の健診がプログラム「{value}」です（正: {expected}）。',
    'The insurer has the law number {detail}, the programme is "{value}"; {expected} was expected.',
  ),
  remedy: text('保険者番号とプログラムを確認してください。', 'Check the insurer number and the programme.'),
  check(checkup, facts, report) {
    const insurer = facts.resultIdentity?.insurerNumber?.value ?? '';
    const event = checkup.header.serviceEvent;
    if (!/^[0-9]{8}$/.test(insurer) || checkup.header.reportCode?.value !== '10') return;
    if (facts.programme !== '010' && facts.programme !== '020') return;
    if (!isOfOtherProgramme(facts)) return;
    const law = insurer.slice(0, 2);
    const expected = programmeOf(insurer);
    report(event?.code?.at ?? checkup.at, { value: facts.programme, expected, values: { detail: law } });
  },
};

function programmeOf(insurer: string): string {
  return insurer.startsWith(ELDERLY) ? '020' : '010';
}

/** True where the insurer is not one of the programme: age is then not the matter (D007, D008, D011). */
export function isOfOtherProgramme({ programme, resultIdentity }: PairFacts): boolean {
  const insurer = resultIdentity?.insurerNumber?.value ?? '';
  return /^[0-9]{8}$/.test(insurer) && programme !== programmeOf(insurer);
}
