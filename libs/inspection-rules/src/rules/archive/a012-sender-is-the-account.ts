import { type RuleOf, text } from '../../rule.js';

/** A012: 提出元番号が送付者と異なります。 */
export const a012: RuleOf<'archive'> = {
  id: 'A012',
  level: 1,
  severity: 'refuse',
  returnReason: null,
  source: 'own design',
  subject: 'archive',
  appliesTo: ['zip'],
  title: text('提出元番号が送付者と異なります', "The sender number is not the account's"),
  message: text(
    '名前の提出元番号が「{value}」です（送付者は「{expected}」）。',
    'The name says sender "{value}", the account is "{expected}".',
  ),
  remedy: text('提出元番号を確認してください。', 'Send archives of your own institution only.'),
  check(archive, _facts, report) {
    const { context, rootName } = archive;
    if (context.senderNumber === undefined || rootName === null) return;
    const allowed = [context.senderNumber, ...(context.mayActFor ?? [])];
    if (!allowed.includes(rootName.sender)) {
      report(null, { value: rootName.sender, expected: context.senderNumber });
    }
  },
};
