import { type CalendarDate, itemByCode, requirementOf } from '@daiko/exchange-format';
import { misfitOf } from './claim-parts.js';
import { type RuleOf, text } from '../../rule.js';

/** True for what every 特定健診 has in one form: height, not HbA1c beside a fasting glucose. */
function isBasic(code: string, date: CalendarDate): boolean {
  const item = itemByCode(code, date);
  return item !== undefined && requirementOf(item, '010') === '1';
}

/** P014: 追加項目のコードが違います。 */
export const p014: RuleOf<'checkup-claim'> = {
  id: 'P014',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('追加項目のコードが違います', 'The code of an additional price is wrong'),
  message: text(
    '請求区分「{value}」の追加・ドック単価で、{detail}。',
    'For claim type "{value}", an additional or dock price {detail}.',
  ),
  remedy: text(
    '追加項目のコードを確認してください。',
    'Give every additional item its 17-digit code; the dock has one price without a code.',
  ),
  check(claim, facts, report) {
    if (claim.unitPriceOthers.length === 0) return;
    // Of a claim type that is wrong as a whole P001 speaks.
    if ((misfitOf(claim)?.fittingType ?? null) !== null) return;
    const type = claim.claimType?.value ?? null;
    claim.unitPriceOthers.forEach(({ at, observation }, index) => {
      const hasCode = observation !== null && observation.value !== '';
      let detail = null;
      if (type === '5' && index > 0) detail = text('2件目があります', 'stands a second time');
      else if (type === '5' && hasCode) detail = text('項目コードは不要です', 'must have no code');
      else if ((type === '3' || type === '4') && !hasCode)
        detail = text('項目コードがありません', 'has no code');
      else if (hasCode && isBasic(observation.value, facts.serviceDate ?? facts.date))
        detail = text(
          `基本的な健診の必須項目「${observation.value}」が追加項目になっています`,
          `names ${observation.value}, a mandatory item of the basic checkup`,
        );
      if (detail !== null) report(observation?.at ?? at, { value: type, values: { detail } });
    });
  },
};
