import { rareCharacter } from './rare-character.js';
import type { Bilingual } from '@daiko/contracts';
import { codePointName } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

/** The sign a converter leaves where it could not read a character. */
const REPLACEMENT = '\ufffd';

function wordsFor(rare: string, code: string): Bilingual {
  return rare === REPLACEMENT
    ? text(`文字化け ${code}`, `garbled: ${code}`)
    : text(`${rare} ${code}`, `${rare} ${code}`);
}

/** X009: 使用できない文字があります。 */
export const x009: RuleOf<'pair'> = {
  id: 'X009',
  level: 6,
  severity: 'warning',
  isOfFullWidth: true,
  returnReason: '01',
  source: 'own design',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('使用できない文字があります', 'A character may not be readable everywhere'),
  message: text(
    '{name}にJIS X 0208・機種依存文字の範囲外の文字があります（{detail}）。',
    '{name} has a character outside JIS X 0208 and its usual extensions ({detail}).',
  ),
  remedy: text(
    '該当の文字を、カナ又は通用の漢字に置き換えてください。',
    'Replace the character by kana or a common character.',
  ),
  check(pair, _facts, report) {
    for (const { at, value, name, item } of pair.freeTexts) {
      const rare = rareCharacter(value);
      if (rare === null) continue;
      report(at, {
        item,
        value,
        values: { name, detail: wordsFor(rare, codePointName(rare.codePointAt(0)!)) },
      });
    }
  },
};
