import type { Bilingual } from '@daiko/contracts';
import { day, reportDifference, sex } from './both-sides.js';
import { type Report, type RuleOf, text } from '../../rule.js';

const names = { birthDate: text('生年月日', 'birth date'), sex: text('性別', 'sex') } as const;

/** I026: 対のファイルで生年月日・性別が異なります。 */
export const i026: RuleOf<'pair'> = {
  id: 'I026',
  level: 5,
  severity: 'return',
  returnReason: '01',
  source: '協会けんぽ 整合性',
  subject: 'pair',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('対のファイルで生年月日・性別が異なります', 'Result and claim differ in birth date or sex'),
  message: text(
    '決済情報の{name}が「{value}」です（結果情報では {expected}）。',
    'The claim has the {name} "{value}", the result "{expected}".',
  ),
  remedy: text('生年月日・性別を一致させてください。', 'Write the same birth date and sex in both files.'),
  check(pair, _facts, report) {
    const named =
      (of: Bilingual): Report =>
      (place, details) =>
        report(place, { ...details, values: { name: of } });
    reportDifference(pair, (side) => side.birthDate, day, named(names.birthDate));
    reportDifference(pair, (side) => side.gender, sex, named(names.sex));
  },
};
