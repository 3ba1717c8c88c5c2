import { oids } from '@daiko/exchange-format';
import { type RuleOf, text } from '../../rule.js';

const target = text('受診者（recordTarget）', 'recordTarget');
const event = text('健診・保健指導の実施情報（documentationOf）', 'documentationOf');
const ticket = text('同じ種類の券（participant）', 'ticket of the same kind');
const address = text('受診者の住所（addr）', 'address of the person');
const ids = [
  [oids.insurerNumber, text('保険者番号', 'insurer number')],
  [oids.symbol, text('記号', 'symbol')],
  [oids.number, text('番号', 'number')],
  [oids.branch, text('枝番', 'branch number')],
] as const;

/** I032: 受診者情報が重複しています。 */
export const i032: RuleOf<'pair'> = {
  id: 'I032',
  level: 6,
  severity: 'return',
  isOfFullWidth: true,
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('受診者情報が重複しています', 'The person is recorded twice'),
  message: text('{detail}が二つ以上あります。', 'There is more than one {detail}.'),
  remedy: text('受診者情報を一つだけ記録してください。', 'Record the person once.'),
  check(pair, _facts, report) {
    const { header } = pair;
    if (header === null) return;
    const second = header.recordTargets[1];
    if (second !== undefined) report(second, { values: { detail: target } });
    const events = header.at.childrenNamed('documentationOf');
    if (events[1] !== undefined) report(events[1], { values: { detail: event } });
    const kinds = new Set<string>();
    for (const { at, kind } of header.tickets) {
      if (kinds.has(kind?.value ?? '')) report(at, { values: { detail: ticket } });
      kinds.add(kind?.value ?? '');
    }
    const role = header.recordTargets[0]?.child('patientRole') ?? null;
    const [, secondAddress] = role?.childrenNamed('addr') ?? [];
    if (secondAddress !== undefined) report(secondAddress, { values: { detail: address } });
    const own = header.patient?.ids ?? [];
    for (const [root, detail] of ids) {
      // The number under the root of the symbol is a number that is missing (I005).
      if (root === oids.symbol && header.patient?.number === null) continue;
      let count = 0;
      const repeated = own.find((id) => id.root === root && ++count === 2);
      if (repeated !== undefined) report(repeated.at, { value: repeated.value, values: { detail } });
    }
  },
};
