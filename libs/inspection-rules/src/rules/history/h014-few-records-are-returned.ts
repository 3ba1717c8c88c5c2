import { isAtLeast, shareText } from '../../statistics/institution-statistics.js';
import type { ArchiveOutcome } from '../../statistics/statistics-case.js';
import { type RuleOf, text } from '../../rule.js';

/** Percent of returned records that one archive may have. */
const RETURNED_PERCENT = 20;
/** Archives in a row, of any size, that may have more. */
const ARCHIVES_MAX = 3;

/** H014: 返戻の割合が高い状態です: in one large archive, or in more than three in a row of any size. */
export const h014: RuleOf<'outcome'> = {
  id: 'H014',
  level: 9,
  severity: 'info',
  returnReason: null,
  source: 'own',
  subject: 'outcome',
  appliesTo: ['zip'],
  title: text('返戻の割合が高くなっています', 'A large part of the records is returned'),
  message: text(
    'この送付の記録の{value}が返戻です{repeated}。',
    'Of the records of this archive {value} are returned{repeated}.',
  ),
  remedy: text(
    '返戻の多い不備から直し、送付の前に点検してください。必要に応じて当機関に事前に相談してください。',
    'Mend what is returned most, check before sending, and ask the agency for advice where needed.',
  ),
  check({ own, earlier }, { settings }, report) {
    if (!isHigh(own)) return;
    const before = (earlier ?? []).slice(0, ARCHIVES_MAX);
    const isRepeated = before.length === ARCHIVES_MAX && before.every(isHigh);
    if (own.recordCount < settings.statistics.recordsMin && !isRepeated) return;
    const repeated = isRepeated
      ? text(`（${ARCHIVES_MAX + 1}回続けて）`, `, for the ${ARCHIVES_MAX + 1}th time in a row`)
      : text('', '');
    const value = shareText({ count: own.returnedCount, of: own.recordCount });
    report(null, { value, expected: `<= ${RETURNED_PERCENT}%`, values: { repeated } });
  },
};

function isHigh({ recordCount, returnedCount }: ArchiveOutcome): boolean {
  const rest = { count: recordCount - returnedCount, of: recordCount };
  return recordCount > 0 && !isAtLeast(rest, 100 - RETURNED_PERCENT);
}
