import { claimPlace } from '../../memory-places.js';
import { checkupOf } from '../history/earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

const excluded = {
  level: text('保健指導レベルが「なし」', 'its level is 3, none'),
  medicine: text('服薬中', 'medicine is taken'),
} as const;

/** G038: 健診では保健指導の対象外です。 */
export const g038: RuleOf<'memory'> = {
  id: 'G038',
  level: 8,
  severity: 'query',
  returnReason: '04',
  source: '協会けんぽ (神奈川 2025)',
  subject: 'memory',
  appliesTo: ['hg', 'gc'],
  title: text('健診では保健指導の対象外です', 'The person was not to be guided'),
  message: text(
    '健診の結果では対象外です（{detail}）。',
    'By the checkup the person is no case for guidance ({detail}).',
  ),
  remedy: text(
    '健診では対象外です。保険者へ確認します。',
    'The insurer is asked; check whether the person was a case for guidance.',
  ),
  check(memory, _facts, report) {
    const { record } = memory;
    const checkup = record.isGuidance ? (checkupOf(memory)?.values?.checkup ?? null) : null;
    if (checkup === null) return;
    const detail = checkup.level === '3' ? excluded.level : checkup.isMedicated ? excluded.medicine : null;
    if (detail === null) return;
    report(claimPlace(record.places, 'level', true), { value: checkup.level, values: { detail } });
  },
};
