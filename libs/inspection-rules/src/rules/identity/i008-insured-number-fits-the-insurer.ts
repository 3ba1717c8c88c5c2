import type { Placed } from '@daiko/exchange-format';
import { insuredForm } from '../../identity.js';
import { type RuleOf, text } from '../../rule.js';

const parts = {
  symbol: text('記号', 'symbol'),
  number: text('番号', 'number'),
  branch: text('枝番', 'branch'),
} as const;
const expressions = new Map<string, RegExp>();

/** I008: 記号・番号がその保険者の形と異なります。 */
export const i008: RuleOf<'identity'> = {
  id: 'I008',
  level: 6,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text(
    '記号・番号がその保険者の形と異なります',
    'Symbol or number do not look like those of the insurer',
  ),
  message: text(
    '{part}「{value}」が保険者の形式に合いません。',
    'The {part} "{value}" does not have the form of the insurer.',
  ),
  remedy: text('記号・番号・枝番を確認してください。', 'Check symbol, number and branch against the card.'),
  check(identity, facts, report) {
    const patterns = facts.terms.insuredPatterns;
    if (patterns === null) return;
    for (const part of ['symbol', 'number', 'branch'] as const) {
      const placed: Placed<string> | null = identity[part];
      const pattern = patterns[part];
      if (placed === null || pattern === undefined) continue;
      if (expressionOf(pattern).test(insuredForm(placed).slice(0, 80))) continue;
      report(placed.at, { value: placed.value, values: { part: parts[part] } });
    }
  },
};

function expressionOf(pattern: string): RegExp {
  let expression = expressions.get(pattern);
  if (expression === undefined) expressions.set(pattern, (expression = new RegExp(pattern, 'u')));
  return expression;
}
