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
    for (const { at, observation } of claim.unitPriceDetails) {
      if ((observation?.value ?? '') !== '') continue;
      const detail = text('コードなし', 'is missing');
      report(observation?.at ?? at, { value: '', values: { detail, part: parts.detail } });
    }
    for (const [part, prices] of [
      [parts.detail, claim.unitPriceDetails],
      [parts.additional, claim.unitPriceOthers],
    ] as const) {
      for (const [value, [, second, ...more]] of Map.groupBy(prices, codeOf)) {
        if (second === undefined || value === '') continue;
        const times = more.length + 2;
        const detail = text(`重複（${times}件）`, `is there ${times} times`);
        report(second.observation?.at ?? second.at, { value, values: { detail, part } });
      }
    }
  },
};

const parts = {
  detail: text('詳細健診', 'detail'),
  additional: text('追加項目', 'additional item'),
} as const;

const codeOf = ({ observation }: UnitPrice): string => observation?.value ?? '';
