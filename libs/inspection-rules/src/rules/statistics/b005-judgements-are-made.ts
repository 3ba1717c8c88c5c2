import { counters } from '../../statistics/counters.js';
import { isAtLeast, shareText } from '../../statistics/institution-statistics.js';
import { type RuleOf, text } from '../../rule.js';
import { nameOfItem, ofInstitution } from './institution-details.js';

const UNDECIDED_PERCENT = 10;

/** B005: 判定のない記録が多くあります. */
export const b005: RuleOf<'statistics'> = {
  id: 'B005',
  level: 9,
  severity: 'warning',
  returnReason: null,
  source: 'own',
  subject: 'statistics',
  appliesTo: ['hc'],
  title: text('判定のない・判定不能の記録が多くあります', 'Many records lack a judgement'),
  message: text(
    '機関{institution}の{year}年度の健診{records}件のうち、「{judgement}」のないもの・判定不能が{value}です。',
    'Of {records} checkups of institution {institution} in fiscal year {year} {judgement} is missing or 4 (undecided) in {value}.',
  ),
  remedy: text(
    '判定（メタボリックシンドローム・保健指導レベル）の出力を確認してください。',
    'Check how metabolic syndrome and guidance level are written.',
  ),
  check({ own }, _facts, report) {
    for (const { item, at } of counters.undecided) {
      const share = { count: own.countAt(at), of: own.recordCount };
      if (!isAtLeast(share, UNDECIDED_PERCENT)) continue;
      const found = { item, value: shareText(share), expected: `< ${UNDECIDED_PERCENT}%` };
      report(null, ofInstitution(own, found, { judgement: nameOfItem(item) }));
    }
  },
};
