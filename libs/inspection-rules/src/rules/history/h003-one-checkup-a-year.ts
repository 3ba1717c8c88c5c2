import { claimPlace } from '../../memory-places.js';
import { namedEarlier } from './earlier-records.js';
import { secondCheckupOf } from './second-checkup.js';
import { type RuleOf, text } from '../../rule.js';

const otherName = text(
  '。ただし氏名が異なります（双子等の別の方ではありませんか）',
  '; the names differ, so it may be another person, such as a twin',
);

/** H003: 同年度2回目の健診です。 */
export const h003: RuleOf<'memory'> = {
  id: 'H003',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'general knowledge',
  subject: 'memory',
  appliesTo: ['hc', 'cc'],
  title: text('同年度2回目の健診です', 'A second checkup in one fiscal year'),
  message: text(
    '同じ年度の健診がすでに請求されています（{value}）{names}。',
    'A checkup of the same fiscal year was claimed before ({value}){names}.',
  ),
  remedy: text(
    '同年度2回目の健診です。保険者へ確認します。',
    'The insurer is asked whether it pays for a second one.',
  ),
  check(memory, _facts, report) {
    const second = secondCheckupOf(memory);
    if (second?.rule !== 'H003') return;
    const { value, values } = namedEarlier(second.earlier);
    // Twins of one card without 枝番 differ in nothing else.
    const names = second.earlier.isSameName ? text('', '') : otherName;
    report(claimPlace(memory.record.places, 'insurance', false), { value, values: { ...values, names } });
  },
};
