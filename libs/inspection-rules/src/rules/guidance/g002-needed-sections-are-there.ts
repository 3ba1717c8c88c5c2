import type { Severity } from '@daiko/contracts';
import { type GuidanceFacts, guidanceSections as sections } from '../../guidance-facts.js';
import { supportForms } from './point-table.js';
import { type RuleOf, text } from '../../rule.js';

const names = {
  [sections.common]: text('指導共通情報', 'common facts'),
  [sections.splitInterview]: text('初回面接①', 'first half of the interview'),
  [sections.interview]: text('初回面接・計画', 'interview and plan'),
  [sections.support]: text('継続支援', 'supports'),
  [sections.evaluation]: text('実績評価', 'evaluation'),
  [sections.totals]: text('集計', 'totals'),
} as const;

type Need = readonly [choices: readonly (keyof typeof names)[], severity?: Severity];

function neededSections(course: GuidanceFacts): readonly Need[] {
  const { isActive } = course;
  const common: Need = [[sections.common]];
  switch (course.reportCode) {
    case '21':
      return [
        common,
        [[sections.interview]],
        ...(course.isFirstHalfMissing ? [[[sections.splitInterview]] as const] : []),
      ];
    case '22':
      // Whether the second claim repeats the interview is not settled.
      return [
        common,
        [[sections.interview], 'warning'],
        [[sections.evaluation]],
        ...(isActive ? [[[sections.totals]] as const] : []),
        // Totals without the supports they count: some programs send no more.
        ...(isActive && countsSupports(course) ? [[[sections.support], 'warning'] as const] : []),
      ];
    case '23':
      return isActive ? [common, [[sections.interview], 'warning'], ...neededAtEnd(course)] : [common];
    case '24':
      return [common];
    case '25':
      return [common, [[sections.splitInterview]]];
    default:
      return [];
  }
}

/** What an early end of 積極的支援 shows: supports or totals, and of both the one that the other speaks of. */
function neededAtEnd(course: GuidanceFacts): readonly Need[] {
  if (!course.sections.has(sections.totals)) {
    const isAnyThere = course.sections.has(sections.support);
    return isAnyThere ? [[[sections.totals], 'warning']] : [[[sections.support, sections.totals]]];
  }
  return countsSupports(course) ? [[[sections.support], 'warning']] : [];
}

function countsSupports(course: GuidanceFacts): boolean {
  return supportForms.some(({ done }) => (course.numberOf(done.count) ?? 0) > 0);
}

/** G002: 必要なセクションがありません。 */
export const g002: RuleOf<'guidance'> = {
  id: 'G002',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '特定保健指導情報ファイル仕様説明書 V4; kenshin-soft FAQ 7',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('必要なセクションがありません', 'A section the report needs is missing'),
  message: text(
    '報告区分「{value}」に必要なセクション {expected}（{name}）がありません。',
    'Report {value} needs section {expected} ({name}), which is missing.',
  ),
  remedy: text('保健指導の実施情報がありません。記録してください。', 'Record what was done in its section.'),
  check(guidance, { guidanceFacts: course }, report) {
    if (course === null) return;
    const at = guidance.at.descend('component', 'structuredBody') ?? guidance.at;
    for (const [choices, severity] of neededSections(course)) {
      if (choices.some((section) => course.sections.has(section))) continue;
      const values = { name: names[choices[0]!]! };
      report(at, { value: course.reportCode, expected: choices.join(' / '), values, severity });
    }
  },
};
