import { type RuleOf, text } from '../../rule.js';

/** A030: 同日の送信回数を使い切りました。 */
export const a030: RuleOf<'archive'> = {
  id: 'A030',
  level: 1,
  severity: 'warning',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('同日の送信回数を使い切りました', 'The sends of the day are used up'),
  message: text(
    '同日送信回数が9です。同じ日にはこれ以上送付できません。',
    'The sequence is 9: nothing more can be sent to this receiver today.',
  ),
  remedy: text('次は翌日に送付してください。', 'Send the next archive tomorrow.'),
  check(archive, _facts, report) {
    if (archive.rootName?.sequence === 9) report(null, { value: 9 });
  },
};
