import { fiscalYear } from '@daiko/exchange-format';
import { termsFor } from '../../terms-for.js';
import { claimPlace } from '../../memory-places.js';
import type { HistoryState } from '../../record-history.js';
import { type RuleOf, text } from '../../rule.js';

/** Records that the insurer pays or is asked to pay. */
const counted: readonly HistoryState[] = ['accepted', 'queried', 'settled'];

/** P024: 年間の助成上限を超えています。 */
export const p024: RuleOf<'memory'> = {
  id: 'P024',
  level: 8,
  severity: 'query',
  returnReason: '07',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('年間の助成上限を超えています', 'The funding of the year is exceeded'),
  message: text(
    'この年度の請求は合計「{value}」円です（上限は「{expected}」円）。',
    'Claims of the fiscal year come to "{value}" yen; the insurer funds "{expected}" yen.',
  ),
  remedy: text(
    '助成上限を確認してください。',
    'Check what the insurer still funds for the person this year.',
  ),
  check(memory, facts, report) {
    const { record, history } = memory;
    const { fundingYenMax } = termsFor(facts.settings, record.circumstances);
    const { serviceDate, claimYen, places, isGuidance } = record;
    if (fundingYenMax === null || serviceDate === null || claimYen === null) return;
    const year = fiscalYear(serviceDate);
    let sum = claimYen;
    for (const earlier of history.records) {
      if (!counted.includes(earlier.state) || !earlier.isSamePerson || earlier.isGuidance) continue;
      if (earlier.serviceDate === null || fiscalYear(earlier.serviceDate) !== year) continue;
      sum += earlier.claimYen ?? 0;
    }
    if (sum <= fundingYenMax) return;
    report(claimPlace(places, 'claimAmount', isGuidance), { value: sum, expected: fundingYenMax });
  },
};
