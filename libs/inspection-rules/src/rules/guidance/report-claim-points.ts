import type { GuidanceClaim } from '@daiko/exchange-format';
import { type Report, text } from '../../rule.js';
import { timings } from './timing-table.js';

/**
 * Reports points of a claim that the timing does not want, that 積極的支援 wants and are not there, or that are not
 * those of the record. Intended points too many change no amount, as do points of 動機付け支援: a warning.
 */
export function reportClaimPoints(
  claim: GuidanceClaim,
  part: 'completedPoints' | 'intendedPoints',
  recorded: number | null,
  report: Report,
  isSwapped = false,
): void {
  const points = part === 'completedPoints' ? claim.pointCountCompleted : claim.pointCountIntended;
  const timing = claim.guidanceTiming?.value ?? '';
  const wanted = timings[timing]?.[part] ?? null;
  const ofRecord = text(`結果情報の集計 ${recorded ?? '記録なし'}`, `${recorded ?? 'that'} of the record`);
  const values = { timing, points: wanted === 'absent' ? text('記録なし', 'none') : ofRecord };
  if (points === null) {
    if (wanted !== 'present' || claim.guidanceLevel?.value !== '1') return;
    return report(claim.settlement ?? claim.at, { value: '', expected: recorded, values });
  }
  if (wanted === 'absent') {
    const severity = part === 'intendedPoints' ? 'warning' : 'return';
    return report(points.at, { value: points.raw, expected: null, values, severity });
  }
  if (wanted === 'present' && recorded === null && claim.guidanceLevel?.value === '2') {
    const none = { timing, points: text('記録なし', 'none') };
    return report(points.at, { value: points.raw, expected: null, values: none, severity: 'warning' });
  }
  if (wanted !== 'present' || recorded === null || points.value === recorded) return;
  const swapped = text(
    `${ofRecord.ja}、計画上のポイントと逆`,
    `${ofRecord.en}, exchanged with those intended,`,
  );
  const said = isSwapped ? { ...values, points: swapped } : values;
  report(points.at, { value: points.raw, expected: recorded, values: said });
}
