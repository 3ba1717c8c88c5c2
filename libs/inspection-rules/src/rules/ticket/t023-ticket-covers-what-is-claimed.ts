import { placeBelow } from '../../memory-places.js';
import { ownTicketOf } from './master-ticket.js';
import { partNames } from './part-names.js';
import { type RuleOf, text } from '../../rule.js';

/** T023: 受診券で利用できない項目です。 */
export const t023: RuleOf<'memory'> = {
  id: 'T023',
  level: 7,
  severity: 'return',
  returnReason: '07',
  source: '国保連 返戻一覧',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('受診券で利用できない項目です', 'The ticket does not cover what is claimed'),
  message: text('この受診券では{part}を利用できません。', 'This ticket cannot be used for {part}.'),
  remedy: text('受診券で利用できる項目を確認してください。', 'Check on the ticket what it covers.'),
  check(memory, _facts, report) {
    const row = ownTicketOf(memory);
    if (row === null) return;
    const { prices, places, isGuidance } = memory.record;
    for (const part of ['detail', 'other', 'dock'] as const) {
      const price = prices.find((each) => each.part === part);
      if (price === undefined || row.copayments[part] !== null) continue;
      const place = placeBelow(places, isGuidance, price.path, price.line);
      report(place, { item: price.code ?? '', values: { part: partNames[part] } });
    }
  },
};
