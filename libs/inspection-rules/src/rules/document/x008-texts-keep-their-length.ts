import { displayWidth } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** X008: 文字数を超えています。 */
export const x008: RuleOf<'pair'> = {
  id: 'X008',
  level: 6,
  severity: 'return',
  isOfFullWidth: true,
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('文字数を超えています', 'A text is too long'),
  message: text(
    '{name}が{value}バイトです（全角2・半角1で{expected}バイトまで）。',
    '{name} has {value} bytes (full width 2, half width 1); at most {expected} are allowed.',
  ),
  remedy: text('文字数の上限を超えないように記録してください。', 'Shorten the text to the limit.'),
  check(pair, _facts, report) {
    for (const { at, value, limit, name, item } of pair.freeTexts) {
      // No text of this many characters can be too wide.
      if (limit === null || value.length * 2 <= limit) continue;
      const width = displayWidth(value);
      if (width > limit) report(at, { item, value: width, expected: limit, values: { name } });
    }
  },
};
