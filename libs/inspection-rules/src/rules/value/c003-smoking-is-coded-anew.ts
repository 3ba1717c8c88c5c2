import { hasOldSmokingCode } from './old-smoking-code.js';
import { type RuleOf, text } from '../../rule.js';

/** C003: 喫煙が第3期のコードです。 */
export const c003: RuleOf<'item'> = {
  id: 'C003',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: '第3期と第4期の様式の違い',
  subject: 'item',
  appliesTo: ['hc'],
  title: text('喫煙が第3期のコードです', 'Smoking is coded by the list of the third period'),
  message: text(
    '喫煙が第3期のコード体系で「{value}」と記録されています。',
    'Smoking is recorded as "{value}" by the code list of the third period.',
  ),
  remedy: text(
    '喫煙は新コード（1はい、2以前は吸っていた、3いいえ）で記録してください。',
    'Use the new codes: 1 yes, 2 formerly, 3 no.',
  ),
  check(item, facts, report) {
    if (hasOldSmokingCode(item, facts)) {
      report(item.valueAt ?? item.at, { item: item.code, value: item.valueCode });
    }
  },
};
