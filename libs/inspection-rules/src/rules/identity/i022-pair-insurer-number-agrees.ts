import { digits, reportDifference } from './both-sides.js';
import type { PairFacts } from '../../facts.js';
import { type RuleOf, text } from '../../rule.js';

const insurerForm = digits(8);

/** True where the tickets of the result name this insurer. */
function ticketsName({ header }: PairFacts, insurer: string): boolean {
  const named = header?.tickets.map(({ insurerNumber }) => insurerNumber?.value ?? '') ?? [];
  return named.length > 0 && named.every((number) => number === insurer);
}

/** I022: 対のファイルで保険者番号が異なります。 */
export const i022: RuleOf<'pair'> = {
  id: 'I022',
  level: 5,
  severity: 'return',
  returnReason: '01',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで保険者番号が異なります', 'Result and claim name different insurers'),
  message: text(
    '決済情報の保険者番号が「{value}」です（結果情報では {expected}）。',
    'The claim names insurer "{value}", the result "{expected}".',
  ),
  remedy: text('保険者番号を一致させてください。', 'Write the same insurer in both files.'),
  check(pair, _facts, report) {
    // Where the ticket of the result names the insurer of the claim, it is the person's number that is wrong: I004's.
    if (ticketsName(pair, pair.claimIdentity?.insurerNumber?.value ?? '')) return;
    reportDifference(pair, (side) => side.insurerNumber, insurerForm, report);
  },
};
