import { type RuleOf, text } from '../../rule.js';

const widths = {
  full: { wrong: /[\u0020-\u007e\uff61-\uff9f]/, detail: text('全角', 'full width') },
  half: { wrong: /[^\u0020-\u007e\uff61-\uff9f]/, detail: text('半角', 'half width') },
} as const;

/** I007: 記号・番号の全角・半角が保険者の指定と異なります。 */
export const i007: RuleOf<'identity'> = {
  id: 'I007',
  level: 6,
  severity: 'warning',
  isOfFullWidth: true,
  returnReason: '01',
  source: '支払基金 受付チェック',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text(
    '記号・番号の全角・半角が保険者の指定と異なります',
    'Symbol or number is not written in the width the insurer wants',
  ),
  message: text(
    '記号又は番号「{value}」が{detail}ではありません。',
    'Symbol or number "{value}" is not {detail}.',
  ),
  remedy: text(
    '記号・番号を保険者の指定の文字（全角又は半角）で記録してください。',
    'Write symbol and number in the width the insurer wants.',
  ),
  check(identity, facts, report) {
    const { insuredWidth } = facts.terms;
    if (insuredWidth === 'any') return;
    const { wrong, detail } = widths[insuredWidth];
    for (const part of [identity.symbol, identity.number]) {
      if (part !== null && wrong.test(part.value)) report(part.at, { value: part.value, values: { detail } });
    }
  },
};
