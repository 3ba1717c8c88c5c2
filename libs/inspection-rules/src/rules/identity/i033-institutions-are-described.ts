import type { Bilingual } from '@daiko/contracts';
import { type CdaHeader, type CdaOrganization, oids } from '@daiko/exchange-format';
import { type Report, type RuleOf, text } from '../../rule.js';

const author = text('ファイル作成機関', 'institution that made the file');
const performers = {
  checkup: text('健診実施機関', 'institution of the checkup'),
  guidance: text('保健指導実施機関', 'institution of the guidance'),
} as const;
const number = ['number', text('機関番号', 'number of an institution')] as const;
const parts = [
  ['name', text('名称', 'name')],
  ['telecom', text('電話番号', 'telephone')],
  ['address', text('住所', 'address')],
] as const;

/** I033: 機関の名称・電話番号・住所がありません。 */
export const i033: RuleOf<'pair'> = {
  id: 'I033',
  level: 6,
  severity: 'warning',
  isOfFullWidth: true,
  returnReason: '02',
  source: '特定健診情報・特定保健指導情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text(
    '機関の名称・電話番号・住所がありません',
    'Name, telephone or address of an institution is missing',
  ),
  message: text('{name}の{detail}がありません。', 'The {detail} of the {name} is missing.'),
  remedy: text(
    '機関の名称・電話番号・住所を記録してください。',
    'Write name, telephone and address of the institution.',
  ),
  check({ header, isGuidance }, _facts, report) {
    if (header === null) return;
    const { authorOrganization, serviceEvent } = header;
    const performer = isGuidance ? performers.guidance : performers.checkup;
    checkOrganization(authorOrganization, author, header, report);
    checkOrganization(serviceEvent?.performer ?? null, performer, header, report);
  },
};

function checkOrganization(
  organization: CdaOrganization | null,
  name: Bilingual,
  header: CdaHeader,
  report: Report,
): void {
  // Without its number the institution of the checkup is I018's.
  const isNumbered = name !== author || organization?.number?.root === oids.providerNumber;
  const lacking = [
    ...(isNumbered ? [] : [number]),
    ...parts.filter(([part]) => !saysSomething(organization?.[part]?.value ?? '')),
  ];
  if (lacking.length === 0) return;
  const placed = lacking.length === 1 ? organization?.[lacking[0]![0]] : null;
  const detail = text(
    lacking.map(([, called]) => called.ja).join('・'),
    lacking.map(([, called]) => called.en).join(', '),
  );
  report(placed?.at ?? organization?.at ?? header.at, { values: { name, detail } });
}

function saysSomething(written: string): boolean {
  return (written.startsWith('tel:') ? written.slice('tel:'.length) : written).trim() !== '';
}
