import type { Bilingual } from '@daiko/contracts';
import type { PairFacts } from '../../facts.js';
import { type RuleOf, text } from '../../rule.js';

/** The insurer whose every record of an archive must be. */
interface Owner {
  readonly number: string;
  readonly end: Bilingual;
}

const sender = text('提出元', 'the sender');
const receiver = text('提出先', 'the receiver');

/** R010: 相手の保険者の記録ではありません。What the archive alone shows of R004, and of what goes to a wrong insurer. */
export const r010: RuleOf<'pair'> = {
  id: 'R010',
  level: 6,
  severity: 'query',
  returnReason: '09',
  source: 'own design (R004 without the deliveries)',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  exchanges: ['3', '4', '5', '11'],
  title: text(
    '相手の保険者の記録ではありません',
    'The record is not of the insurer that sends or receives the archive',
  ),
  message: text(
    '保険者番号が「{value}」です（{end}: {expected}）。ほかの保険者の記録は送付・返戻・回答できません。',
    'The insurer number is "{value}", but {end} of the archive is {expected}; records of others are neither sent nor returned.',
  ),
  remedy: text(
    'この記録を除き、その保険者の送付に含めてください。',
    'Leave the record out, and put it into the archive of its own insurer.',
  ),
  check(pair, _facts, report) {
    const owner = ownerOf(pair);
    if (owner === null) return;
    for (const identity of [pair.claimIdentity, pair.resultIdentity]) {
      const insurer = identity?.insurerNumber ?? null;
      if (insurer === null || insurer.value === owner.number) continue;
      return report(insurer.at, {
        value: insurer.value,
        expected: owner.number,
        values: { end: owner.end },
      });
    }
  },
};

function ownerOf({ exchange, senderNumber, receiverNumber }: PairFacts): Owner | null {
  if (exchange?.sender === 'insurer' && senderNumber !== null) return { number: senderNumber, end: sender };
  const isForInsurer = exchange?.receiver === 'insurer' && receiverNumber !== null;
  return isForInsurer ? { number: receiverNumber, end: receiver } : null;
}
