import type { Bilingual } from '@daiko/contracts';
import { type ReportDetails, type RuleOf, text } from '../../rule.js';

const names = {
  person: text('受診者', 'person'),
  ticket: text('券', 'ticket'),
  root: text('整理番号のOID', 'root of the ticket number'),
} as const;
const missing = text('（scopingOrganization）がありません', '(scopingOrganization) is missing');

/** I004: ファイル内の保険者番号が一致しません。 */
export const i004: RuleOf<'pair'> = {
  id: 'I004',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('ファイル内の保険者番号が一致しません', 'The insurer numbers of one file differ'),
  message: text(
    '{name}の保険者番号{detail}（正: {expected}）。',
    'The insurer number of the {name} {detail}; {expected} was expected.',
  ),
  remedy: text('保険者番号を一致させてください。', 'Write the same insurer everywhere in the file.'),
  check(pair, _facts, report) {
    const insurer = pair.resultIdentity?.insurerNumber ?? null;
    const expected = insurer?.value ?? '';
    if (pair.header === null || insurer === null || !/^[0-9]{8}$/.test(expected)) return;
    const claimed = pair.claimIdentity?.insurerNumber?.value ?? '';
    const named = pair.header.tickets.map(({ insurerNumber }) => insurerNumber?.value ?? '');
    if (claimed !== expected && named.length > 0 && named.every((number) => number === claimed)) {
      return report(insurer.at, other(names.person, expected, claimed));
    }
    for (const { at, insurerNumber, insurerNumberInRoot, number } of pair.header.tickets) {
      const inRoot = insurerNumberInRoot.padStart(8, '0');
      if (number !== null && (insurerNumberInRoot === '' || inRoot !== expected)) {
        report(number.at, other(names.root, insurerNumberInRoot === '' ? number.root : inRoot, expected));
      }
      if (insurerNumber === null) {
        // The root of the number says whose ticket it is.
        const values = { name: names.ticket, detail: missing };
        report(at.child('associatedEntity') ?? at, { value: null, expected, values, severity: 'warning' });
      } else if (insurerNumber.value !== expected) {
        report(insurerNumber.at, other(names.ticket, insurerNumber.value, expected));
      }
    }
  },
};

function other(name: Bilingual, value: string, expected: string): ReportDetails {
  return { value, expected, values: { name, detail: text(`が「${value}」です`, `is "${value}"`) } };
}
