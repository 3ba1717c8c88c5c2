import { fiscalYear } from '@daiko/exchange-format';
import { claimPlace } from '../../memory-places.js';
import { type RuleOf, text } from '../../rule.js';

/** H013: 保健指導と健診の年度が離れています。 */
export const h013: RuleOf<'memory'> = {
  id: 'H013',
  level: 8,
  severity: 'query',
  returnReason: '09',
  source: 'own design',
  subject: 'memory',
  appliesTo: ['hg', 'gc'],
  title: text('保健指導と健診の年度が離れています', 'Guidance and checkup are years apart'),
  message: text(
    '保健指導の開始が{value}年度、健診が{expected}年度です。',
    'The guidance began in fiscal year {value}, its checkup was in {expected}.',
  ),
  remedy: text('対象年度を確認してください。', 'Check of which year the checkup is.'),
  check({ record, said }, _facts, report) {
    // Days that do not fit each other were called so already.
    if (said.has('G007') || said.has('G010')) return;
    const { guidance, checkupDate, places } = record;
    if (guidance === null || guidance.firstDate === null || checkupDate === null) return;
    const started = fiscalYear(guidance.firstDate);
    const checked = fiscalYear(checkupDate);
    if (Math.abs(started - checked) <= 1) return;
    report(claimPlace(places, 'ticket', true), { value: started, expected: checked });
  },
};
