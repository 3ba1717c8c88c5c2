import { type RuleOf, text } from '../../rule.js';

/** I009: 枝番が2桁ではありません。 */
export const i009: RuleOf<'identity'> = {
  id: 'I009',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: 'XMLスキーマ V08',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('枝番が2桁ではありません', 'The branch number has not 2 digits'),
  message: text(
    '枝番が「{value}」です（半角数字2桁）。',
    'The branch number is "{value}"; 2 half-width digits were expected.',
  ),
  remedy: text('枝番は半角数字2桁で記録してください。', 'Write the branch number with 2 half-width digits.'),
  check(identity, _facts, report) {
    const { branch } = identity;
    if (branch !== null && !/^[0-9]{2}$/.test(branch.value)) report(branch.at, { value: branch.value });
  },
};
