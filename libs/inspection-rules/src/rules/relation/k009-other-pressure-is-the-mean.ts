import type { CheckupItem } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

function meanOf(first: CheckupItem | null, second: CheckupItem | null): number | null {
  if (typeof first?.number !== 'number' || typeof second?.number !== 'number') return null;
  return Math.floor((first.number + second.number) / 2 + 0.5);
}

/** K009: 血圧（その他）が2回の平均と合いません。 */
export const k009: RuleOf<'checkup'> = {
  id: 'K009',
  level: 6,
  severity: 'warning',
  returnReason: '03',
  source: 'kenshin-soft FAQ 6',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('血圧（その他）が2回の平均と合いません', 'The other pressure is not the mean of the two'),
  message: text(
    '血圧（その他、{item}）が {value} です（2回の平均 {expected}）。',
    'The other blood pressure ({item}) is {value}; the mean of the two readings is {expected}.',
  ),
  remedy: text('平均値を確認してください。', 'Check the mean.'),
  check(_checkup, facts, report) {
    const [other, second, first] = facts.pressures;
    for (const kind of ['systolic', 'diastolic'] as const) {
      const mean = meanOf(first[kind], second[kind]);
      const item = other[kind];
      if (mean === null || typeof item?.number !== 'number' || Math.abs(item.number - mean) <= 1) continue;
      report(item.valueAt ?? item.at, { item: item.code, value: item.value, expected: mean });
    }
  },
};
