import { itemCodes } from '../../item-codes.js';
import { counters, type Histogram } from '../../statistics/counters.js';
import type { InstitutionStatistics } from '../../statistics/institution-statistics.js';
import { type Report, type RuleOf, text } from '../../rule.js';
import { ofInstitution } from './institution-details.js';

/** Medians of any group of people lie inside these. */
const measures: readonly {
  readonly histogram: Histogram;
  readonly band: readonly [low: number, high: number];
  readonly item: string;
  readonly name: { readonly ja: string; readonly en: string };
}[] = [
  {
    histogram: counters.erythrocytes,
    band: [300, 600],
    item: itemCodes.erythrocytes[0],
    name: text('赤血球数（万/mm3）', 'erythrocytes (10*4/mm3)'),
  },
  {
    histogram: counters.mcv,
    band: [80, 100],
    item: itemCodes.hematocrit[0],
    name: text('MCV（ヘマトクリット値÷赤血球数）', 'MCV (hematocrit by erythrocytes)'),
  },
  {
    histogram: counters.mchc,
    band: [27, 39],
    item: itemCodes.hemoglobin[0],
    name: text('MCHC（血色素量÷ヘマトクリット値）', 'MCHC (hemoglobin by hematocrit)'),
  },
];

/** B003: 血液一般の中央値があり得ない値です. */
export const b003: RuleOf<'statistics'> = {
  id: 'B003',
  level: 9,
  severity: 'query',
  returnReason: null,
  source: '協会けんぽ notice (沖縄 2024)',
  subject: 'statistics',
  appliesTo: ['hc'],
  title: text('血液一般の中央値が単位に合いません', 'The median of a blood count does not fit its unit'),
  message: text(
    '機関{institution}の{year}年度の健診{records}件のうち測定のある{count}件の{name}の中央値が{value}です（{expected}のはずです）。',
    'Of {count} values among {records} checkups of institution {institution} in fiscal year {year} the median of {name} is {value}, not {expected}.',
  ),
  remedy: text(
    '赤血球数・血色素量・ヘマトクリット値の単位の換算を確認してください。',
    'Check the conversion of units of erythrocytes, hemoglobin and hematocrit.',
  ),
  check({ own }, { settings }, report) {
    for (const measure of measures) reportMedian(own, measure, settings.statistics.valuesMin, report);
  },
};

function reportMedian(
  own: InstitutionStatistics,
  { histogram, band: [low, high], item, name }: (typeof measures)[number],
  valuesMin: number,
  report: Report,
): void {
  const count = own.sizeOf(histogram);
  if (count < valuesMin) return;
  const median = own.medianOf(histogram)!;
  if (median >= low && median <= high) return;
  report(null, ofInstitution(own, { item, value: median, expected: `${low}-${high}` }, { count, name }));
}
