import { type RuleOf, text } from '../../rule.js';

/** I010: 枝番がありません。 For insurers whose terms demand it. */
export const i010: RuleOf<'identity'> = {
  id: 'I010',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: '2021年からの被保険者証',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('枝番がありません', 'The branch number is missing'),
  message: text(
    'この保険者は枝番の記録を求めていますが、枝番がありません。',
    'The insurer wants the branch number, but there is none.',
  ),
  remedy: text('枝番を記録してください。', 'Write the branch number.'),
  check(identity, facts, report) {
    if (facts.terms.isBranchRequired && identity.branch === null) report(identity.number?.at ?? identity.at);
  },
};
