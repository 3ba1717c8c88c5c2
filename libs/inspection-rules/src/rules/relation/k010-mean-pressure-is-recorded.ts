import { type RuleOf, text } from '../../rule.js';

/** K010: 血圧の平均値が「その他」にありません。 */
export const k010: RuleOf<'checkup'> = {
  id: 'K010',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: 'kenshin-soft FAQ 6',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('血圧の平均値が「その他」にありません', 'The mean of two pressures is not recorded'),
  message: text(
    '血圧が1回目・2回目とも記録されていますが、「その他」（平均値 {expected}）がありません。',
    'Both readings of the blood pressure are recorded, but no other one (the mean, {expected}).',
  ),
  remedy: text('平均値を「その他」に記録してください。', 'Record the mean as the other reading.'),
  check(_checkup, facts, report) {
    const [other, second, first] = facts.pressures;
    for (const kind of ['systolic', 'diastolic'] as const) {
      const one = first[kind];
      const two = second[kind];
      if (other[kind] !== null || typeof one?.number !== 'number' || typeof two?.number !== 'number')
        continue;
      report(one.at, { item: one.code, expected: Math.floor((one.number + two.number) / 2 + 0.5) });
    }
  },
};
