import { oids, type Placed } from '@daiko/exchange-format';
import { makerName, makerNumberOf } from './maker-number.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** I018: 機関番号が10桁ではありません。 */
export const i018: RuleOf<'identity'> = {
  id: 'I018',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: 'XMLスキーマ V08',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('機関番号が10桁ではありません', 'The institution number has not 10 digits'),
  message: text(
    '{name}が「{value}」です（正: {wanted}）。',
    'The {name} is "{value}"; {wanted} was expected.',
  ),
  remedy: text('機関番号は10桁です。確認してください。', 'Write the institution number with 10 digits.'),
  check(identity, facts, report) {
    reportMaker(makerNumberOf(identity, facts), report);
    const number = identity.providerNumber;
    if (number === null || !/^[0-9]{10}$/.test(number.value)) {
      const event = identity.role === 'result' ? (facts.header?.serviceEvent ?? null) : null;
      const at = number?.at ?? event?.performer?.at ?? event?.at ?? identity.at;
      return report(at, { value: number?.value ?? null, values: words.number });
    }
    const root = number.at.attribute('root') ?? '';
    if (root !== oids.providerNumber) report(number.at, { value: root, values: words.root });
  },
};

/** The file's maker may be another institution; its number has the same form. */
function reportMaker(number: Placed<string> | null, report: Report): void {
  if (number === null || /^[0-9]{10}$/.test(number.value)) return;
  report(number.at, { value: number.value, values: words.maker, severity: 'warning' });
}

const tenDigits = text('半角数字10桁', 'a number of 10 half-width digits');
const words = {
  maker: { name: makerName, wanted: tenDigits },
  number: { name: text('健診・保健指導機関番号', 'institution number'), wanted: tenDigits },
  root: {
    name: text('健診・保健指導機関番号のOID（root）', 'OID (root) of the institution number'),
    wanted: text(oids.providerNumber, oids.providerNumber),
  },
} as const;
