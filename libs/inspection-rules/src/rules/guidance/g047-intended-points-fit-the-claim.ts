import { guidanceItemCodes } from '../../item-codes.js';
import { plannedSums } from './planned-sums.js';
import { arePointsSwapped } from './due-amount.js';
import { reportClaimPoints } from './report-claim-points.js';
import { type RuleOf, text } from '../../rule.js';

/** G047: 決済情報の計画上のポイントが合いません。 */
export const g047: RuleOf<'guidance-claim'> = {
  id: 'G047',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '特定保健指導情報ファイル仕様説明書 V4',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text('決済情報の計画上のポイントが合いません', 'The intended points of the claim do not fit'),
  message: text(
    '実施時点「{timing}」の計画上のポイントが「{value}」です（正: {points}）。',
    'At timing {timing}, the number of intended points is "{value}"; {points} was expected.',
  ),
  remedy: text(
    '計画上のポイントは、途中終了で結果情報の計画ポイント合計を記録してください。',
    'At 途中終了 write the points planned, as in the record.',
  ),
  check(claim, { guidanceFacts: course, checkupDate }, report) {
    const recorded = course?.numberOf(guidanceItemCodes.plannedPoints) ?? null;
    // Exchanged with the completed points: G046.
    if (claim.guidanceTiming?.value === '3' && arePointsSwapped(claim, course)) return;
    const claimed = claim.pointCountIntended?.value ?? null;
    if (course !== null && claimed !== null && recorded !== null && recorded !== claimed) {
      // The plan does not add up and the claim does: G019 says it of the record.
      const sums = plannedSums(course, checkupDate);
      if (sums.includes(claimed) && !sums.includes(recorded)) return;
    }
    reportClaimPoints(claim, 'intendedPoints', recorded, report);
  },
};
