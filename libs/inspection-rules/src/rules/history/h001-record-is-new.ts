import { type RuleOf, text } from '../../rule.js';

/** H001: 重複請求。The history is inspection's: it reports through `duplicateFinding`. */
export const h001: RuleOf<'pair'> = {
  id: 'H001',
  level: 8,
  severity: 'return',
  returnReason: '09',
  source: '別表10 07 重複請求',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('請求済みの記録です', 'The record was claimed before'),
  message: text(
    '同じ記録がすでに請求されています（{value}）。',
    'The same record was claimed before ({value}).',
  ),
  remedy: text(
    '請求済みのため、再請求は不要です。訂正は取下げのあとに請求してください。',
    'Do not claim it again. To correct it, have the first claim withdrawn.',
  ),
  check() {
    // Only the history knows.
  },
};
