import { type RuleOf, text } from '../../rule.js';

/** S009: 実施区分が一致しません。 */
export const s009: RuleOf<'index'> = {
  id: 'S009',
  level: 3,
  severity: 'refuse',
  returnReason: null,
  source: '交換用基本情報・集計情報ファイル仕様説明書 V4',
  subject: 'index',
  appliesTo: ['ix', 'su'],
  title: text('実施区分が一致しません', 'The kind does not agree'),
  message: text(
    '実施区分が「{value}」です（名前では {expected}）。',
    'The kind is "{value}"; the name says {expected}.',
  ),
  remedy: text('実施区分を一致させてください。', 'Write the same kind in name, index and summary.'),
  check(index, _facts, report) {
    const { rootName, index: ix, summary } = index;
    if (rootName === null) return;
    const expected = String(rootName.kindCode);
    for (const file of [ix, summary]) {
      const type = file?.serviceEventType ?? null;
      if (file === null || type?.value === expected) continue;
      report(type?.at ?? file.at, { value: type?.value ?? null, expected });
    }
  },
};
