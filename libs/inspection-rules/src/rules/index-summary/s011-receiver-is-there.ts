import { type RuleOf, text } from '../../rule.js';

/** S011: 送付先番号がありません。 */
export const s011: RuleOf<'index'> = {
  id: 'S011',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'index',
  appliesTo: ['ix'],
  title: text('送付先番号がありません', 'The receiver is missing'),
  message: text('交換用基本情報に送付先がありません。', 'The index file names no receiver.'),
  remedy: text('送付先番号を記録してください。', 'Write the receiver.'),
  check(index, _facts, report) {
    const { index: ix } = index;
    if (ix === null || !/^([1-8]|11)$/.test(ix.interactionType?.value ?? '')) return;
    if (ix.receiver === null || ix.receiver.value === '') report(ix.receiver?.at ?? ix.at);
  },
};
