import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

const words = {
  systolic: text('収縮期', 'systolic'),
  diastolic: text('拡張期', 'diastolic'),
} as const;

/** K007: 収縮期・拡張期血圧の片方がありません。 */
export const k007: RuleOf<'checkup'> = {
  id: 'K007',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('収縮期・拡張期血圧の片方がありません', 'One of systolic and diastolic pressure is missing'),
  message: text(
    '血圧（{name}）は{detail}だけが記録されています。',
    'Of the blood pressure ({name}) only the {detail} value is recorded.',
  ),
  remedy: text('収縮期・拡張期をそろえてください。', 'Record both, systolic and diastolic.'),
  check(_checkup, facts, report) {
    for (const [rank, { name, systolic, diastolic }] of facts.pressures.entries()) {
      const lone = systolic !== null && diastolic === null ? systolic : systolic === null ? diastolic : null;
      if (lone === null) continue;
      const other = lone === systolic ? itemCodes.diastolic : itemCodes.systolic;
      // V004 and V009 say how the other one is written.
      if (facts.isWithoutNumber(other.slice(rank, rank + 1))) continue;
      const detail = lone === systolic ? words.systolic : words.diastolic;
      report(lone.at, { item: lone.code, values: { name, detail } });
    }
  },
};
