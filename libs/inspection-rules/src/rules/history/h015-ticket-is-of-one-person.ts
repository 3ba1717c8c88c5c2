import { linkingTicket } from '../../linking-ticket.js';
import { claimPlace } from '../../memory-places.js';
import { isClaimed, isSameTicket, namedEarlier } from './earlier-records.js';
import { repetitionOf } from './repetition.js';
import { type RuleOf, text } from '../../rule.js';

const person = text('対象者', 'person');
const number = text('記号・番号・枝番', 'symbol, number or branch');

/** H015: 同じ整理番号が別の人に使われています。Which of the two is wrong nobody can tell without the master (T011). */
export const h015: RuleOf<'memory'> = {
  id: 'H015',
  level: 8,
  severity: 'query',
  returnReason: '05',
  source: 'own design (T011 without a master)',
  subject: 'memory',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('同じ整理番号が別の人に使われています', 'One ticket number for two persons'),
  message: text(
    '同じ整理番号が、{who}の異なる記録（{value}）ですでに請求されています。',
    'The same ticket number was claimed before in a record of another {who} ({value}).',
  ),
  remedy: text(
    '整理番号は一人に一つです。どちらの記録の整理番号が正しいか、券で確認してください。',
    'A ticket is issued to one person: check on the tickets which of the two records has the right number.',
  ),
  check(memory, _facts, report) {
    const { record, history } = memory;
    if (history.records.length === 0 || linkingTicket(record) === null) return;
    const earlier = history.records.find(
      (each) =>
        isClaimed(each) &&
        isSameTicket(record, each) &&
        !each.isSamePerson &&
        // A course may go on under the person's new number.
        !(record.isGuidance && each.isSameName),
    );
    if (earlier === undefined || repetitionOf(memory) !== null) return;
    const { value, values } = namedEarlier(earlier);
    report(claimPlace(record.places, 'ticket', record.isGuidance), {
      value,
      values: { ...values, who: earlier.isSameName ? number : person },
    });
  },
};
