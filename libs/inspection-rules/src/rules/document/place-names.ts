import type { Bilingual } from '@daiko/contracts';
import { type CheckupItemDefinition, oids, type XmlElement } from '@daiko/exchange-format';
import { currentItem } from '../../item-names.js';
import { text } from '../../rule.js';

/** What people call the contents of an element: the end of its path, the longest first. */
const names: readonly (readonly [end: string, name: Bilingual])[] = [
  ['ClinicalDocument/effectiveTime', text('ファイル作成日', 'Day on which the file was made')],
  ['ClinicalDocument/code', text('報告区分', 'Report code')],
  ['author/time', text('ファイル作成日（author）', 'Day on which the author made the file')],
  ['patient/birthTime', text('生年月日', 'Birth date')],
  ['patient/name', text('カナ氏名', 'Name')],
  ['patient/administrativeGenderCode', text('性別', 'Sex')],
  ['serviceEvent/effectiveTime', text('実施年月日（健診実施年月日）', 'Day of the service')],
  ['serviceEvent/code', text('プログラム種別', 'Programme')],
  ['participant/time/high', text('券の有効期限', 'Expiry of the ticket')],
  ['participant/functionCode', text('券の種類', 'Kind of the ticket')],
  ['associatedEntity/id', text('受診券・利用券の整理番号', 'Ticket number')],
  ['scopingOrganization/id', text('券の保険者番号', 'Insurer of the ticket')],
  ['representedOrganization/id', text('機関番号', 'Institution number')],
  ['representedOrganization/telecom', text('機関の電話番号', 'Telephone of the institution')],
  ['section/code', text('セクションコード', 'Section code')],
  ['subjectPerson/birthTime', text('生年月日', 'Birth date')],
  ['subjectPerson/administrativeGender', text('性別', 'Sex')],
  ['performerOrganization/id', text('機関番号', 'Institution number')],
  ['insuranceCard/insurerNumber', text('保険者番号', 'Insurer number')],
  ['insuranceCard/symbol', text('被保険者証の記号', 'Insured symbol')],
  ['insuranceCard/number', text('被保険者証の番号', 'Insured number')],
  ['insuranceCard/branchCode', text('枝番', 'Branch')],
  ['checkupCard/id', text('受診券整理番号', 'Ticket number')],
  ['effectiveTime/high', text('券の有効期限', 'Expiry of the ticket')],
  ['settlement/claimType', text('請求区分', 'Kind of claim')],
  ['settlement/commissionType', text('委託料単価区分', 'Kind of price')],
  ['unitPriceBasic/amount', text('単価（基本的な健診）', 'Price of the basic checkup')],
  ['unitPriceDetail/amount', text('単価（詳細な健診）', 'Price of a detail')],
  ['unitPriceDetail/observation', text('詳細な健診の項目コード（別表8）', 'Item code of a detail (別表8)')],
  ['unitPriceOther/observation', text('追加健診の項目コード', 'Item code of an additional price')],
  ['copayment/amount', text('券の窓口負担（金額）', 'Copayment on the ticket in yen')],
  ['copayment/rate', text('券の窓口負担（負担率）', 'Copayment on the ticket as a rate')],
  ['maxInsuranceLimit/amount', text('券の保険者負担上限額', 'Limit of the insurer on the ticket')],
  [
    'chargeTypeBasic/amount',
    text('券の窓口負担（基本、金額）', 'Copayment of the basic checkup on the ticket'),
  ],
  ['chargeTypeBasic/rate', text('券の窓口負担（基本、負担率）', 'Rate of the basic checkup on the ticket')],
  ['chargeTypeDetail/amount', text('券の窓口負担（詳細、金額）', 'Copayment of details on the ticket')],
  ['chargeTypeDetail/rate', text('券の窓口負担（詳細、負担率）', 'Rate of details on the ticket')],
  [
    'chargeTypeOther/amount',
    text('券の窓口負担（追加、金額）', 'Copayment of additional items on the ticket'),
  ],
  ['chargeTypeOther/rate', text('券の窓口負担（追加、負担率）', 'Rate of additional items on the ticket')],
  ['unitPrice/amount', text('委託料単価', 'Price of the course')],
  ['payment/amount', text('窓口負担金額', 'Copayment collected')],
  ['unitPriceOther/amount', text('単価（追加健診）', 'Price of an additional item')],
  ['paymentForBasic/amount', text('窓口負担金額（基本的な健診）', 'Copayment of the basic checkup')],
  ['paymentForDetail/amount', text('窓口負担金額（詳細な健診）', 'Copayment of details')],
  ['paymentForOther/amount', text('窓口負担金額（追加健診）', 'Copayment of additional items')],
  ['settlement/unitAmount', text('単価（合計）', 'Sum of prices')],
  ['settlement/paymentAmount', text('窓口負担金額（合計）', 'Sum of copayments')],
  ['settlement/claimAmount', text('請求金額', 'Amount claimed')],
];

const idNames: Readonly<Record<string, Bilingual>> = {
  [oids.insurerNumber]: text('保険者番号', 'Insurer number'),
  [oids.symbol]: text('被保険者証の記号', 'Insured symbol'),
  [oids.number]: text('被保険者証の番号', 'Insured number'),
  [oids.branch]: text('枝番', 'Branch'),
};

/** Item of the table that an element belongs to; undefined outside of items, and of unknown codes. */
export function itemOfPlace(at: XmlElement): CheckupItemDefinition | undefined {
  return currentItem(codeOf(observationOf(at)));
}

/** What an element is about in the words of the field: an item of a checkup or a field of the header; null where it has no name. */
export function nameOfPlace(at: XmlElement): Bilingual | null {
  const observation = observationOf(at);
  const code = codeOf(observation);
  const path = endOfPath(at);
  const named = () => names.find(([end]) => path.endsWith(end))?.[1] ?? null;
  if (observation !== null && code === '') {
    const isGroup = at === observation && observation.child('code') !== null;
    if (isGroup || at.name === 'entryRelationship') return text('一連検査グループ', 'Group of tests');
    // A claim names an item by an observation of its own.
    return named() ?? text('項目コード', 'Item code');
  }
  if (code !== '') {
    const name = currentItem(code)?.name ?? '';
    return name === ''
      ? text(`項目${code}`, `Item ${code}`)
      : text(`${name}（${code}）`, `${name} (${code})`);
  }
  if (path.endsWith('patientRole/id')) return idNames[at.attribute('root') ?? ''] ?? null;
  return named();
}

/** Type (xsi:type) that the table demands of the item around an element; null where it knows none. */
export function tableTypeAt(at: XmlElement): string | null {
  return itemOfPlace(at)?.type ?? null;
}

function codeOf(observation: XmlElement | null): string {
  return observation?.child('code')?.attribute('code') ?? '';
}

function observationOf(at: XmlElement): XmlElement | null {
  let here: XmlElement | null = at;
  while (here !== null && here.name !== 'observation') here = here.parent;
  return here;
}

/** The last three names of a path. */
function endOfPath(at: XmlElement): string {
  const above = at.parent;
  return [above?.parent?.name, above?.name, at.name].filter((name) => name !== undefined).join('/');
}
