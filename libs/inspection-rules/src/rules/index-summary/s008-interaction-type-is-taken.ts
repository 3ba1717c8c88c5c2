import { arePartiesSwapped } from './parties-swapped.js';
import { type RuleOf, text } from '../../rule.js';

/** S008: 種別コードが対象外です。 */
export const s008: RuleOf<'index'> = {
  id: 'S008',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'index',
  appliesTo: ['ix'],
  title: text('種別コードが対象外です', 'The interaction type is not taken here'),
  message: text(
    '種別コードが「{value}」です（この提出元・提出先で使えるのは {expected}）。',
    'The interaction type is "{value}"; from this sender to this receiver only {expected} is taken.',
  ),
  remedy: text('種別コードを確認してください。', 'Check the interaction type.'),
  check(index, _facts, report) {
    if (index.index === null) return;
    // A name that has an institution on the other side is wrong itself (S010); between agency and insurer it is the 種別.
    if (arePartiesSwapped(index) && index.rootName?.sender.length !== index.rootName?.receiver.length) return;
    const type = index.index.interactionType;
    const taken = index.possibleExchanges.map(({ kind }) => kind as string);
    if (type !== null && taken.includes(type.value)) return;
    report(type?.at ?? index.index.at, { value: type?.value ?? null, expected: taken.join(', ') || '—' });
  },
};
