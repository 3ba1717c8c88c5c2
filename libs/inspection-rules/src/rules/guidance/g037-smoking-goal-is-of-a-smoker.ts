import { goalItems } from '../../item-codes.js';
import { checkupOf } from '../history/earlier-records.js';
import { type RuleOf, text } from '../../rule.js';

/** G037: 喫煙習慣の改善が健診の回答と合いません。 */
export const g037: RuleOf<'memory'> = {
  id: 'G037',
  level: 8,
  severity: 'query',
  returnReason: '03',
  source: 'formats 2.19',
  subject: 'memory',
  appliesTo: ['hg'],
  title: text('喫煙習慣の改善が健診の回答と合いません', 'The smoking goal does not fit the checkup'),
  message: text(
    '喫煙習慣の改善が「{value}」ですが、健診の喫煙の回答は「{smoking}」です（非喫煙は{expected}）。',
    'The evaluation of smoking is "{value}" but the answer at the checkup was "{smoking}" ({expected} for people who do not smoke).',
  ),
  remedy: text('喫煙習慣のコードを確認してください。', 'Check the code of smoking.'),
  check(memory, _facts, report) {
    const { guidance, places } = memory.record;
    if (guidance === null || !/^[19]$/.test(guidance.smoking)) return;
    const smoking = checkupOf(memory)?.values?.checkup?.smoking ?? '';
    if (smoking === '' || smoking === '1') return;
    const details = { value: guidance.smoking, expected: '8', values: { smoking } };
    report(
      { file: places.result, ...guidance.smokingPlace },
      { item: goalItems.smoking.evaluation, ...details },
    );
  },
};
