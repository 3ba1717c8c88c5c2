import { isHalfWidthPostalCode } from '../../identity.js';
import { type RuleOf, text } from '../../rule.js';

const postal = text('郵便番号がありません', 'The postal code of the person is missing');
const street = text('住所がありません', 'The address of the person is missing');

/** I016: 郵便番号又は住所がありません。 */
export const i016: RuleOf<'identity'> = {
  id: 'I016',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc'],
  title: text('郵便番号又は住所がない・正しくありません', 'Postal code or address is missing or wrong'),
  message: text('受診者の{detail}。', '{detail}.'),
  remedy: text('郵便番号・住所を記録してください。', 'Write postal code and address.'),
  check(identity, _facts, report) {
    const { address, postalCode } = identity;
    const value = postalCode?.value ?? '';
    if (value !== '' && !isHalfWidthPostalCode(value)) {
      const detail = text(
        `郵便番号が「${value}」です（正: 半角数字3桁-4桁）`,
        `The postal code of the person is "${value}"; three digits, a hyphen and four were expected`,
      );
      report(postalCode!.at, { value, values: { detail }, returnReason: '01' });
    }
    for (const [part, detail] of [[postalCode, postal] as const, [address, street] as const]) {
      if ((part?.value ?? '') !== '') continue;
      report(part?.at ?? address?.at ?? identity.at, { values: { detail } });
    }
  },
};
