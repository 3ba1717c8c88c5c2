import type { Severity } from '@daiko/contracts';
import type { CheckupItem } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { itemCodes } from '../../item-codes.js';
import { hasOtherUnit, isImplausible, isTooWide } from '../../number-soundness.js';
import { writtenBmiDifference } from '../relation/bmi-difference.js';
import { definitionOf } from './definition-of.js';
import { isLooselyBanded, plausibleBandOf } from './plausible-band.js';
import { type RuleOf, text } from '../../rule.js';

/** V015: あり得ない値があります。 */
export const v015: RuleOf<'item'> = {
  id: 'V015',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design; bands are settings',
  subject: 'item',
  types: ['PQ', 'INT'],
  appliesTo: ['hc'],
  title: text('あり得ない値があります', 'A value is implausible'),
  message: text(
    '{name}（{item}）の値が {value} です（想定範囲 {expected}）。',
    'The value of {name} ({item}) is {value}, outside {expected}.',
  ),
  remedy: text('値を確認してください。', 'Check the value.'),
  check(item, facts, report) {
    // What is 0 or less is no measurement at all: V016's.
    if (item.state !== 'VALUE' || item.number === null || item.mark !== null || item.number <= 0) return;
    // V011 says of two values that nobody knows which of them counts.
    if (item.valueCount > 1) return;
    const band = plausibleBandOf(item, facts);
    // A number in another unit is V005's, one too wide for its format V007's.
    if (band === undefined || !isImplausible(item, facts)) return;
    if (hasOtherUnit(item, facts) || isTooWide(item, facts)) return;
    report(item.valueAt ?? item.at, {
      item: item.code,
      value: item.value,
      expected: `${band[0]}–${band[1]}`,
      values: { name: definitionOf(item, facts)?.name ?? item.code },
      severity: severityOf(item, facts),
    });
  },
};

const bodyCodes = new Set<string>([itemCodes.height, itemCodes.weight, itemCodes.bmi].flat());
/** Difference of BMI in tenths from which it does not fit height and weight (K002). */
const UNFIT_TENTHS = 3;

function severityOf(item: CheckupItem, facts: PairFacts): Severity {
  if (isLooselyBanded(item)) return 'warning';
  return isRefuted(item, facts) ? 'return' : 'query';
}

/** True where other results of the record show that the number is wrong, which K002 and K006 would say otherwise. */
function isRefuted(item: CheckupItem, facts: PairFacts): boolean {
  if (bodyCodes.has(item.code)) return (writtenBmiDifference(facts)?.tenths ?? 0) > UNFIT_TENTHS;
  const rank = Math.max(
    itemCodes.systolic.indexOf(item.code as never),
    itemCodes.diastolic.indexOf(item.code as never),
  );
  if (rank === -1) return false;
  const systolic = facts.writtenNumberOf([itemCodes.systolic[rank]!]);
  const diastolic = facts.writtenNumberOf([itemCodes.diastolic[rank]!]);
  return systolic !== null && diastolic !== null && systolic <= diastolic;
}
