import { itemCodes } from '../../item-codes.js';
import { counters } from '../../statistics/counters.js';
import {
  type InstitutionStatistics,
  isAtLeast,
  type Share,
  shareText,
} from '../../statistics/institution-statistics.js';
import { type RuleOf, text } from '../../rule.js';
import { ofInstitution } from './institution-details.js';

/** 10 hours or more since the last meal. */
const FASTING = '2';
const FASTING_PERCENT = 95;
const MIXED_PERCENT = 80;
/** Percent of 随時中性脂肪 last year from which none at all is a change. */
const RANDOM_PERCENT = 5;

/** B004: 採血時間・中性脂肪の区分が前年と違います. */
export const b004: RuleOf<'statistics'> = {
  id: 'B004',
  level: 9,
  severity: 'query',
  returnReason: null,
  source: '協会けんぽ notice (神奈川 2025)',
  subject: 'statistics',
  appliesTo: ['hc'],
  title: text(
    '採血時間が前年と違い空腹時に偏っています',
    'Nearly everybody is recorded as fasting, unlike last year',
  ),
  message: text(
    '機関{institution}の{year}年度の健診{records}件の{what}が{value}です（前年度 {before}）。',
    'Of {records} checkups of institution {institution} in fiscal year {year} {what} is {value}; the year before it was {before}.',
  ),
  remedy: text(
    '採血時間（食後）のコードと、空腹時・随時の区分を確認してください。',
    'Check the code of the time since the last meal, and fasting and random values.',
  ),
  check({ own, past }, { settings }, report) {
    if (past === null) return;
    const { recordsMin } = settings.statistics;
    const isLarge = (share: Share, before: Share): boolean =>
      share.of >= recordsMin && before.of >= recordsMin;
    const fasting = own.answers(counters.bloodDrawTime, FASTING);
    const fastingBefore = past.answers(counters.bloodDrawTime, FASTING);
    const isFasting = isAtLeast(fasting, FASTING_PERCENT) && !isAtLeast(fastingBefore, MIXED_PERCENT);
    if (isLarge(fasting, fastingBefore) && isFasting) {
      const what = text(
        '採血時間「2 食後10時間以上」',
        'code 2 (10 hours or more) of the time since the meal',
      );
      const found = { item: counters.bloodDrawTime.item, value: shareText(fasting), expected: '< 95%' };
      report(null, ofInstitution(own, found, { what, before: shareText(fastingBefore) }));
    }
    const random = randomShare(own);
    const randomBefore = randomShare(past);
    if (isLarge(random, randomBefore) && random.count === 0 && isAtLeast(randomBefore, RANDOM_PERCENT)) {
      const what = text('随時中性脂肪の割合', 'the share of random triglyceride');
      const found = { item: itemCodes.triglycerideRandom[0], value: shareText(random), expected: '> 0%' };
      report(null, ofInstitution(own, found, { what, before: shareText(randomBefore) }));
    }
  },
};

function randomShare(statistics: InstitutionStatistics): Share {
  const count = statistics.countAt(counters.triglycerideRandom);
  return { count, of: count + statistics.countAt(counters.triglycerideFasting) };
}
