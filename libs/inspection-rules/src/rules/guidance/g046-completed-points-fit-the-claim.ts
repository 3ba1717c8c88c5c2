import { guidanceItemCodes } from '../../item-codes.js';
import { completedSums } from './completed-sums.js';
import { arePointsSwapped } from './due-amount.js';
import { reportClaimPoints } from './report-claim-points.js';
import { type RuleOf, text } from '../../rule.js';

/** G046: 決済情報の実施済みポイントが合いません。 */
export const g046: RuleOf<'guidance-claim'> = {
  id: 'G046',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: 'kenshin-soft FAQ 7',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text('決済情報の実施済みポイントが合いません', 'The completed points of the claim do not fit'),
  message: text(
    '実施時点「{timing}」の実施済みポイントが「{value}」です（正: {points}）。',
    'At timing {timing}, the number of completed points is "{value}"; {points} was expected.',
  ),
  remedy: text(
    '実施済みポイントは、初回請求では記録せず、以後は結果情報の実施ポイント合計を記録してください。',
    'Leave the completed points out of first claims; later write those of the record.',
  ),
  check(claim, { guidanceFacts: course, checkupDate }, report) {
    const recorded = course?.numberOf(guidanceItemCodes.completedPoints) ?? null;
    const claimed = claim.pointCountCompleted?.value ?? null;
    if (course !== null && claimed !== null && recorded !== null && recorded !== claimed) {
      // The record does not add up and the claim does: G025 says it of the record.
      const { sums } = completedSums(course, checkupDate);
      if (sums.includes(claimed) && !sums.includes(recorded)) return;
    }
    reportClaimPoints(claim, 'completedPoints', recorded, report, arePointsSwapped(claim, course));
  },
};
