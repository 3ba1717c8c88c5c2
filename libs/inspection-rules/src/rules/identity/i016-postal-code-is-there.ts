import { type RuleOf, text } from '../../rule.js';

const postal = text('郵便番号', 'postal code');
const street = text('住所', 'address');

/** I016: 郵便番号又は住所がありません。 */
export const i016: RuleOf<'identity'> = {
  id: 'I016',
  level: 6,
  severity: 'warning',
  returnReason: '02',
  source: '番号・氏名・日付の記録要領',
  subject: 'identity',
  appliesTo: ['hc', 'cc'],
  title: text('郵便番号又は住所がありません', 'Postal code or address is missing'),
  message: text('受診者の{detail}がありません。', 'The {detail} of the person is missing.'),
  remedy: text('郵便番号・住所を記録してください。', 'Write postal code and address.'),
  check(identity, _facts, report) {
    const { address, postalCode } = identity;
    for (const [part, detail] of [[postalCode, postal] as const, [address, street] as const]) {
      if ((part?.value ?? '') !== '') continue;
      report(part?.at ?? address?.at ?? identity.at, { values: { detail } });
    }
  },
};
