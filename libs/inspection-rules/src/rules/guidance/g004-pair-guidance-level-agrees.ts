import { guidanceItemCodes } from '../../item-codes.js';
import { levelOf } from './level-of.js';
import { type RuleOf, text } from '../../rule.js';

/** G004: 保健指導区分が一致しません。 */
export const g004: RuleOf<'pair'> = {
  id: 'G004',
  level: 5,
  severity: 'return',
  returnReason: '01',
  source: 'XMLスキーマ V08 と記録要領',
  subject: 'pair',
  appliesTo: ['hg', 'gc'],
  title: text('保健指導区分が一致しません', 'Result and claim differ in guidance level'),
  message: text(
    '決済情報の保健指導区分が「{value}」です（結果情報では {expected}）。',
    'The claim has guidance level "{value}", the result "{expected}".',
  ),
  remedy: text('保健指導区分を一致させてください。', 'Write the same guidance level in both files.'),
  check(pair, _facts, report) {
    const recorded = levelOf(pair.guidance)?.valueCode ?? '';
    const claimed = pair.guidanceClaim?.guidanceLevel ?? null;
    // A level that no table knows is G006's.
    if (pair.guidanceClaim === null || !/^[1-4]$/.test(recorded) || claimed?.value === recorded) return;
    report(claimed?.at ?? pair.guidanceClaim.at, {
      item: guidanceItemCodes.level,
      value: claimed?.value ?? null,
      expected: recorded,
    });
  },
};
