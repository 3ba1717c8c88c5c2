import { counters } from '../../statistics/counters.js';
import { type RuleOf, text } from '../../rule.js';
import { nameOfItem, ofInstitution } from './institution-details.js';

const TIMES = 3;

/** B007: 肝機能検査の中央値が前年から大きく動いています. */
export const b007: RuleOf<'statistics'> = {
  id: 'B007',
  level: 9,
  severity: 'warning',
  returnReason: null,
  source: '協会けんぽ notice (岩手 2024)',
  subject: 'statistics',
  appliesTo: ['hc'],
  title: text(
    '肝機能検査の中央値が前年の3倍を超えて動いています',
    'The median of a liver enzyme moved by more than three times',
  ),
  message: text(
    '機関{institution}の{year}年度の健診{records}件の「{name}」の中央値が{value}です（前年度 {expected}）。',
    'The median of {name} in {records} checkups of institution {institution} in fiscal year {year} is {value}; the year before it was {expected}.',
  ),
  remedy: text('測定法・単位・判定を確認してください。', 'Check method, unit and judgement of the test.'),
  check({ own, past }, { settings }, report) {
    if (past === null) return;
    const { recordsMin } = settings.statistics;
    for (const { item, histogram } of counters.enzymes) {
      if (own.sizeOf(histogram) < recordsMin || past.sizeOf(histogram) < recordsMin) continue;
      const [now, before] = [own.medianOf(histogram)!, past.medianOf(histogram)!];
      if (Math.max(now, before) <= TIMES * Math.min(now, before)) continue;
      const found = { item, value: Math.round(now), expected: Math.round(before) };
      report(null, ofInstitution(own, found, { name: nameOfItem(item) }));
    }
  },
};
