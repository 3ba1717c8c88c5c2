import {
  EMPLOYER_NUMBERS,
  hasPrefecture,
  parseProviderNumber,
  type Placed,
  type ProviderNumber,
} from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import { makerName, makerNumberOf } from './maker-number.js';
import { type Report, type RuleOf, text } from '../../rule.js';

const performer = text('機関番号', 'institution number');
const digit = text('検証番号', 'check digit');
const prefecture = text('都道府県番号', 'prefecture');

/** I019: 機関番号の検証番号又は都道府県番号が違います。 */
export const i019: RuleOf<'identity'> = {
  id: 'I019',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text(
    '機関番号の検証番号又は都道府県番号が違います',
    'Check digit or prefecture of the institution number is wrong',
  ),
  message: text(
    '{name}「{value}」の{detail}が正しくありません。',
    'The {detail} of the {name} "{value}" is wrong.',
  ),
  remedy: text('機関番号を確認してください。', 'Check the institution number.'),
  check(identity, facts, report) {
    reportWrong(identity.providerNumber, performer, report);
    reportWrong(makerNumberOf(identity, facts), makerName, report);
  },
};

function reportWrong(number: Placed<string> | null, name: Bilingual, report: Report): void {
  if (number === null || EMPLOYER_NUMBERS.includes(number.value as ProviderNumber)) return;
  const { value } = number;
  const parsed = parseProviderNumber(value);
  if (!parsed.ok && parsed.reason === 'form') return;
  if (!parsed.ok) report(number.at, { value, values: { name, detail: digit } });
  else if (!hasPrefecture(parsed.value)) report(number.at, { value, values: { name, detail: prefecture } });
}
