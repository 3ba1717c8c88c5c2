import { type RuleOf, text } from '../../rule.js';
import { isFromInsurer } from './adjudications.js';

/** R010: 提出元の保険者の記録ではありません。What the archive alone shows of R004. */
export const r010: RuleOf<'pair'> = {
  id: 'R010',
  level: 6,
  severity: 'query',
  returnReason: '09',
  source: 'own design (R004 without the deliveries)',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  exchanges: ['4', '5', '11'],
  title: text('提出元の保険者の記録ではありません', 'The record is not of the insurer that sends it'),
  message: text(
    '保険者番号が「{value}」です（提出元: {expected}）。ほかの保険者の記録は返戻・回答できません。',
    'The insurer number is "{value}", but {expected} sends the archive; nobody returns or answers for another insurer.',
  ),
  remedy: text(
    'この記録を除くか、その保険者の送付として提出してください。',
    'Leave the record out, or send it as that insurer.',
  ),
  check(pair, _facts, report) {
    const { senderNumber: sender } = pair;
    if (sender === null || !isFromInsurer(pair)) return;
    for (const identity of [pair.claimIdentity, pair.resultIdentity]) {
      const insurer = identity?.insurerNumber ?? null;
      if (insurer === null || insurer.value === sender) continue;
      return report(insurer.at, { value: insurer.value, expected: sender });
    }
  },
};
