import { codePointName } from '@daiko/exchange-format';
import { defectsIn } from './xml-defects.js';
import type { Bilingual } from '@daiko/contracts';
import { type RuleOf, text } from '../../rule.js';

/** What a forbidden character is, by its code. */
function kindOf(code: number): Bilingual {
  if (code < 0xa0) return text('制御文字', 'a control character');
  return code >= 0xf0000 || (code >= 0xe000 && code <= 0xf8ff)
    ? text('外字（メーカー独自の文字）', 'a private-use character (外字)')
    : text('文字でない符号', 'a code that is no character');
}

/** X010: 不正な文字があります。 */
export const x010: RuleOf<'document'> = {
  id: 'X010',
  level: 4,
  severity: 'return',
  isFixed: true,
  returnReason: '01',
  source: 'own design',
  subject: 'document',
  appliesTo: ['ix', 'su', 'hc', 'cc', 'hg', 'gc'],
  title: text('不正な文字があります', 'A character is not allowed'),
  message: text(
    '使用できない文字「{value}」があります（{kind}）。',
    'The character {value} may not be used: it is {kind}.',
  ),
  remedy: text(
    'この文字を除くか、カナ又は通用の漢字に置き換えてください。',
    'Remove the character, or write kana or a common character.',
  ),
  check(document, _facts, report) {
    for (const { code, line, codePoint } of defectsIn(document.parsed)) {
      if (code !== 'character' || codePoint === undefined) continue;
      report(
        { file: document.path, line },
        { value: codePointName(codePoint), values: { kind: kindOf(codePoint) } },
      );
    }
  },
};
