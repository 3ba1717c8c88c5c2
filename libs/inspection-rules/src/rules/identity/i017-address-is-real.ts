import { type RuleOf, text } from '../../rule.js';

/** I017: 郵便番号・住所が仮の値です。 */
export const i017: RuleOf<'identity'> = {
  id: 'I017',
  level: 6,
  severity: 'info',
  isOfFullWidth: true,
  returnReason: null,
  source: 'PHR ポータル',
  subject: 'identity',
  appliesTo: ['hc', 'cc', 'hg', 'gc'],
  title: text('郵便番号・住所が仮の値です', 'Postal code or address is a stand-in'),
  message: text(
    '郵便番号又は住所が仮の値「{value}」です。',
    'Postal code or address is the stand-in "{value}".',
  ),
  remedy: text(
    '分かる場合は郵便番号・住所を記録してください。',
    'Write postal code and address where they are known.',
  ),
  check(identity, _facts, report) {
    const { address, postalCode } = identity;
    if (postalCode?.value === '000-0000') report(postalCode.at, { value: postalCode.value });
    if (address !== null && /^[-－―ー‐−]$/.test(address.value)) report(address.at, { value: address.value });
  },
};
