import { placeBelow } from '../../memory-places.js';
import { partNames } from './part-names.js';
import { ownTicketOf } from './master-ticket.js';
import { type RuleOf, text } from '../../rule.js';

/** T014: 窓口負担の条件が台帳と異なります。 */
export const t014: RuleOf<'memory'> = {
  id: 'T014',
  level: 7,
  severity: 'return',
  returnReason: '07',
  source: '国保連 返戻一覧 #3',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('窓口負担の条件が台帳と異なります', 'The copayment is not the one the ticket was issued with'),
  message: text(
    '{part}の窓口負担の条件が「{value}」です（台帳では「{expected}」）。',
    'The copayment for {part} is "{value}" by the claim, "{expected}" by the master of the insurer.',
  ),
  remedy: text('受診券の窓口負担を確認してください。', 'Copy the copayment from the ticket.'),
  check(memory, _facts, report) {
    const row = ownTicketOf(memory);
    if (row === null) return;
    const { charges, places, isGuidance } = memory.record;
    for (const charge of charges) {
      const terms = row.copayments[charge.part];
      if (terms === null) continue;
      const value = written(charge);
      const expected = written({ ...terms, limitYen: terms.limitYen ?? charge.limitYen });
      if (value === expected) continue;
      const place = placeBelow(places, isGuidance, charge.path, charge.line);
      report(place, { value, expected, values: { part: partNames[charge.part] } });
    }
  },
};

/** A condition in short: code, amount or rate, limit; what the code does not use is left out. */
function written(terms: {
  readonly code: string;
  readonly amountYen: number | null;
  readonly rate: number | null;
  readonly limitYen: number | null;
}): string {
  const { code, amountYen, rate, limitYen } = terms;
  const parts = [code];
  if ((code === '2' || code === '4') && amountYen !== null) parts.push(`${amountYen}円`);
  if (code === '3' && rate !== null) parts.push(`${rate / 1000}%`);
  if (limitYen !== null) parts.push(`≤${limitYen}円`);
  return parts.join(' ');
}
