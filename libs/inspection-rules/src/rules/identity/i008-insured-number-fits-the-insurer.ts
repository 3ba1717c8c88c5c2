import type { Bilingual } from '@daiko/contracts';
import type { Placed } from '@daiko/exchange-format';
import { type Identity, insuredForm } from '../../identity.js';
import { type RuleOf, text } from '../../rule.js';

const parts = {
  symbol: text('記号', 'symbol'),
  number: text('番号', 'number'),
  branch: text('枝番', 'branch'),
} as const;
const formOfInsurer = text('が保険者の形式に合いません', 'does not have the form of the insurer');
const hiddenBlank = text(
  'の中にタブ・改行・全角空白等があります',
  'has a tab, a line break, a wide space or the like in it',
);
const placeholder = text(
  'は同じ数字の並びで、仮の番号と思われます',
  'is one digit throughout, as if it stood in for a number',
);
const likeTheSymbol = text('が記号と同じです', 'is the same as the symbol');
const expressions = new Map<string, RegExp>();

/** I008: 記号・番号がその保険者の形と異なります。 */
export const i008: RuleOf<'identity'> = {
  id: 'I008',
  level: 6,
  severity: 'query',
  isOfFullWidth: true,
  returnReason: '09',
  source: 'own design',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text(
    '記号・番号がその保険者の形と異なります',
    'Symbol or number do not look like those of the insurer',
  ),
  message: text('{part}「{value}」{detail}。', 'The {part} "{value}" {detail}.'),
  remedy: text('記号・番号・枝番を確認してください。', 'Check symbol, number and branch against the card.'),
  check(identity, facts, report) {
    for (const part of ['symbol', 'number'] as const) {
      const placed = identity[part];
      const detail = placed === null ? null : doubtOf(placed.value, part, identity);
      if (detail === null) continue;
      report(placed!.at, {
        value: placed!.value,
        values: { part: parts[part], detail },
        severity: 'warning',
      });
    }
    const patterns = facts.terms.insuredPatterns;
    if (patterns === null) return;
    for (const part of ['symbol', 'number', 'branch'] as const) {
      const placed: Placed<string> | null = identity[part];
      const pattern = patterns[part];
      if (placed === null || pattern === undefined) continue;
      if (expressionOf(pattern).test(insuredForm(placed).slice(0, 80))) continue;
      report(placed.at, { value: placed.value, values: { part: parts[part], detail: formOfInsurer } });
    }
  },
};

/** No space in half width, which is usual within. */
const blank = /[\t\r\n\u00A0\u3000]/;

/** What no card says, whoever the insurer is. */
function doubtOf(written: string, part: 'symbol' | 'number', { symbol }: Identity): Bilingual | null {
  if (blank.test(written) && blank.test(written.trim())) return hiddenBlank;
  if (part === 'symbol') return null;
  if (/^(?:0+|9{3,}|０+|９{3,})$/.test(written)) return placeholder;
  return written.length > 3 && written === symbol?.value ? likeTheSymbol : null;
}

function expressionOf(pattern: string): RegExp {
  let expression = expressions.get(pattern);
  if (expression === undefined) expressions.set(pattern, (expression = new RegExp(pattern, 'u')));
  return expression;
}
