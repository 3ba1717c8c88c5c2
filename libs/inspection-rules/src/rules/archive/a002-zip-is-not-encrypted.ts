import { reportDefects } from './defect-words.js';
import { type RuleOf, text } from '../../rule.js';

/** A002: 暗号化されたファイルがあります。 */
export const a002: RuleOf<'archive'> = {
  id: 'A002',
  level: 1,
  severity: 'refuse',
  isFixed: true,
  returnReason: null,
  source: '国保連 submission pages',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('暗号化されたファイルがあります', 'An entry is encrypted'),
  message: text(
    'ファイルが暗号化されています（パスワード付きZIPなど）{more}。この経路では暗号化せずに送付します。',
    'An entry is encrypted{more}; this channel takes archives without encryption.',
  ),
  remedy: text('暗号化の方法を確認してください。', 'Check how the archive is to be encrypted.'),
  check(archive, _facts, report) {
    reportDefects('A002', archive, report);
  },
};
