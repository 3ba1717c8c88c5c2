import { type RuleOf, text } from '../../rule.js';

/** A028: 同じ内容の受付済み。Intake's memory reports it through `repeatedContentFinding`. */
export const a028: RuleOf<'archive'> = {
  id: 'A028',
  level: 0,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: 'own design',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('同じ内容が受付済みです', 'The same content was received before'),
  message: text(
    '同じ内容のファイルが別の名前「{value}」で受付済みです。',
    'The same content was received before under the name "{value}".',
  ),
  remedy: text('受付済みのため、再送付は不要です。', 'It is received; there is no need to send it again.'),
  check() {
    // Only intake's memory knows.
  },
};
