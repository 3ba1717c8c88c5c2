import { type RuleOf, text } from '../../rule.js';

/** A027: 同じ名前の受付済み。Intake's memory reports it through `repeatedNameFinding`. */
export const a027: RuleOf<'archive'> = {
  id: 'A027',
  level: 0,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: '送付用ファイルアーカイブ仕様説明書 V4',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('同じ名前のファイルが受付済みです', 'An archive of this name was received before'),
  message: text(
    '同じ名前「{value}」のファイルは受付済みです。',
    'An archive named "{value}" was received before.',
  ),
  remedy: text('同日送信回数を1つ進めてください。', 'Raise the sequence number of the day by one.'),
  check() {
    // Only intake's memory knows.
  },
};
