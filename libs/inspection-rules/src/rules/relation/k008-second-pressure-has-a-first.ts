import { type RuleOf, text } from '../../rule.js';

/** K008: 血圧の2回目があり1回目がありません。 */
export const k008: RuleOf<'checkup'> = {
  id: 'K008',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: 'kenshin-soft FAQ 6',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('血圧の2回目があり1回目がありません', 'A second pressure stands without the first'),
  message: text(
    '血圧の2回目（{item}）がありますが、1回目がありません。',
    'The second blood pressure ({item}) is recorded, but no first one.',
  ),
  remedy: text('1回目の値も記録してください。', 'Record the first reading too.'),
  check(_checkup, facts, report) {
    const [, second, first] = facts.pressures;
    if (second.systolic !== null && first.systolic === null) {
      report(second.systolic.at, { item: second.systolic.code });
    }
    if (second.diastolic !== null && first.diastolic === null) {
      report(second.diastolic.at, { item: second.diastolic.code });
    }
  },
};
