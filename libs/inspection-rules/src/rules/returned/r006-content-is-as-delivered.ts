import { type RuleOf, text } from '../../rule.js';

/** R006: 送付時の内容と異なります。The delivered result is held by routing. */
export const r006: RuleOf<'pair'> = {
  id: 'R006',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'pair',
  appliesTo: ['cc', 'gc'],
  exchanges: ['4', '5'],
  title: text('送付時の内容と異なります', 'The content is not what was delivered'),
  message: text(
    '結果ファイル又は請求額が送付時と異なります。',
    'The result or the claimed amount is not what was delivered.',
  ),
  remedy: text(
    '受け取ったファイルをそのまま、処理結果だけを加えて返戻してください。',
    'Return the files as you got them, with nothing but the adjudication added.',
  ),
  check() {
    // Only who delivered the record or put the query knows.
  },
};
