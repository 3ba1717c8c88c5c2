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
  title: text('詳細健診の単価が重複しています', 'A detail is priced twice or without its code'),
  message: text(
    '詳細健診の項目コードが「{value}」です（{detail}）。',
    'The code of a priced detail is "{value}": it {detail}.',
  ),
  remedy: text(
    '詳細健診の単価が重複しています。項目コードごとに1件にしてください。',
    'Price each detail once, with its code.',
  ),
  check(claim, _facts, report) {
    const seen = new Set<string>();
    for (const { at, observation } of claim.unitPriceDetails) {
      const code = observation?.value ?? '';
      if (code !== '' && !seen.has(code)) {
        seen.add(code);
        continue;
      }
      const detail =
        code === '' ? text('コードなし', 'has no code') : text('2回目', 'is there a second time');
      report(observation?.at ?? at, { value: code, values: { detail } });
    }
  },
};
