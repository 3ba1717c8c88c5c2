import { counters } from '../../statistics/counters.js';
import { isAtLeast, shareText } from '../../statistics/institution-statistics.js';
import { type RuleOf, text } from '../../rule.js';
import { ofInstitution } from './institution-details.js';

/** Percent of 以前は吸っていた from which nobody who never smoked is beyond belief. */
const FORMER_PERCENT = 30;

/** B001: 喫煙の「いいえ」がありません: the 2 of the third period, いいえ, was sent as the 2 of the fourth, 以前は吸っていた. */
export const b001: RuleOf<'statistics'> = {
  id: 'B001',
  level: 9,
  severity: 'query',
  returnReason: null,
  source: '協会けんぽ notice (大分 2024)',
  subject: 'statistics',
  appliesTo: ['hc'],
  title: text(
    '喫煙歴に「いいえ」が1件もありません',
    'Nobody of the institution answers that they do not smoke',
  ),
  message: text(
    '機関{institution}の{year}年度の健診{records}件の喫煙歴に「3 いいえ」が1件もなく、「2 以前は吸っていた」が{value}です。',
    'Of {records} checkups of institution {institution} in fiscal year {year} none has smoking code 3 (no), while code 2 (formerly) is {value}.',
  ),
  remedy: text(
    '喫煙歴のコードの変換を確認してください（第3期の「2 いいえ」は第4期では「3 いいえ」）。',
    'Check how the smoking code is converted: the 2 (no) of the third period is a 3 in the fourth.',
  ),
  check({ own }, { settings }, report) {
    const former = own.answers(counters.smoking, '2');
    if (former.of < settings.statistics.recordsMin || !isAtLeast(former, FORMER_PERCENT)) return;
    if (own.answers(counters.smoking, '3').count > 0) return;
    const found = { item: counters.smoking.item, value: shareText(former), expected: '3 > 0%' };
    report(null, ofInstitution(own, found));
  },
};
