import type { UnitPrice } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** P013: 詳細健診の単価が重複しています。 */
export const p013: RuleOf<'checkup-claim'> = {
  id: 'P013',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text(
    '詳細健診・追加項目の単価が重複しています',
    'A detail or additional item is priced twice, or a detail without its code',
  ),
  message: text(
    '{part}の単価の項目コード「{value}」は{detail}です。',
    'The code "{value}" of a priced {part} {detail}.',
  ),
  remedy: text(
    '単価が重複しています。項目コードごとに1件にしてください。',
    'Price each item once, with its code.',
  ),
  check(claim, _facts, report) {
    const details = text('詳細健診', 'detail');
    for (const { at, observation } of withDoubles(claim.unitPriceDetails, true)) {
      const code = observation?.value ?? '';
      const detail =
        code === '' ? text('コードなし', 'is missing') : text('重複（2回目）', 'is there a second time');
      report(observation?.at ?? at, { value: code, values: { detail, part: details } });
    }
    const detail = text('重複（2回目）', 'is there a second time');
    for (const { at, observation } of withDoubles(claim.unitPriceOthers, false)) {
      const value = observation?.value ?? '';
      report(observation?.at ?? at, { value, values: { detail, part: text('追加項目', 'additional item') } });
    }
  },
};

/** Prices whose code stands a second time, and those without one where they must have it (追加 without: P014). */
function* withDoubles(prices: readonly UnitPrice[], isCodeNeeded: boolean): Generator<UnitPrice> {
  const seen = new Set<string>();
  for (const price of prices) {
    const code = price.observation?.value ?? '';
    if (code === '' ? isCodeNeeded : seen.has(code)) yield price;
    seen.add(code);
  }
}
