import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** K031: 喫煙の回答が二つの質問票で異なります。 */
export const k031: RuleOf<'checkup'> = {
  id: 'K031',
  level: 6,
  severity: 'query',
  returnReason: '03',
  source: 'own design',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('喫煙の回答が二つの質問票で異なります', 'The answers on smoking differ'),
  message: text(
    '喫煙が「{value}」ですが、後期高齢者質問票の喫煙は「{expected}」です。',
    'Smoking is "{value}", but "{expected}" in the questionnaire for people from 75 on.',
  ),
  remedy: text('喫煙の回答を確認してください。', 'Check the answers on smoking.'),
  check(_checkup, facts, report) {
    const item = facts.itemOf(itemCodes.smoking);
    const elderly = facts.codeOf(itemCodes.smokingElderly);
    if (item?.state !== 'VALUE') return;
    const differs = item.valueCode === '1' ? elderly === '2' : elderly === '1';
    if (!differs) return;
    report(item.valueAt ?? item.at, { item: item.code, value: item.valueCode, expected: elderly });
  },
};
