import type { CheckupItemDraft } from '@daiko/exchange-format';
import type { DefectVerdict, NamedDefect } from './defect.js';
import { editClaim, editItem, editMember, withoutGroups } from './edit-record.js';
import type { RecordWish } from '../record.js';

type ItemEdit = (item: CheckupItemDraft) => readonly CheckupItemDraft[];

const triglyceride = '3F015000002327101';
const ggt = '3B090000002327101';
const metabolic = '9N501000000000011';
const yesNo = '1.2.392.200119.6.2003';

function inItem(rule: string, verdict: DefectVerdict, code: string, edit: ItemEdit): NamedDefect {
  // Fasting, so that every item the defects name is there and no reading of the judgements differs.
  return {
    rule,
    verdict,
    kinds: ['checkup'],
    wish: { fasting: true },
    applyCheckup: (record) => editItem(record, code, edit),
  };
}

function beside(rule: string, verdict: DefectVerdict, added: CheckupItemDraft): NamedDefect {
  return inItem(rule, verdict, '9N001000000000001', (item) => [item, added]);
}

/** In a record with the 詳細 groups of the wish. */
function inDetail(
  rule: string,
  details: NonNullable<RecordWish['details']>,
  applyCheckup: NonNullable<NamedDefect['applyCheckup']>,
): NamedDefect {
  return { rule, verdict: 'returned', kinds: ['checkup'], wish: { claimType: '2', details }, applyCheckup };
}

const coded = (code: string, valueCode: string, valueCodeSystem: string): CheckupItemDraft => ({
  code,
  type: 'CD',
  valueCode,
  valueCodeSystem,
});

/** Defects of results: values, codes, relations, detailed examinations, judgements. */
export const resultDefects = {
  'decimals-too-many': inItem('V007', 'warning', ggt, (item) => [{ ...item, value: `${item.value}.5` }]),
  'value-zero': inItem('V016', 'returned', ggt, (item) => [{ ...item, value: '0' }]),
  'method-wrong': inItem('V017', 'warning', ggt, (item) => [{ ...item, methodCode: '3B09020009' }]),
  'finding-mere-mark': inItem('V020', 'returned', '9N511000000000049', (item) => [{ ...item, value: '－' }]),
  'half-width-kana': inItem('V021', 'warning', '9N511000000000049', (item) => [
    { ...item, value: 'ｹｲｶｶﾝｻﾂ' },
  ]),
  'old-sugar-scale': inItem('V022', 'returned', '3D046000001906202', (item) => [
    { ...item, code: '3D045000001906202', methodCode: undefined },
  ]),
  'drinking-old-code': inItem('C004', 'returned', '9N786000000000011', (item) => [
    { ...item, valueCodeSystem: '1.2.392.200119.6.2005' },
  ]),
  'blood-draw-old-code': inItem('C005', 'returned', '9N141000000000011', (item) => [
    { ...item, valueCode: '1' },
  ]),
  'judgement-code-unknown': inItem('C006', 'returned', metabolic, (item) => [{ ...item, valueCode: '5' }]),
  'guidance-wish-old-item': beside('C007', 'returned', coded('9N806000000000011', '1', yesNo)),
  'reason-without-item': beside('C012', 'warning', coded('9N512000000000011', '1', '1.2.392.200119.6.24080')),
  'two-kinds-of-lipid': inItem('K019', 'returned', triglyceride, (item) => [
    item,
    { ...item, code: '3F015129902327101' },
  ]),
  'two-kinds-of-sugar': inItem('K018', 'returned', '3D010000001926101', (item) => [
    item,
    { ...item, code: '3D010129901926101' },
  ]),
  'two-waists': inItem('K005', 'query', '9N016160100000001', (item) => [
    item,
    {
      ...item,
      code: '9N016160200000001',
      methodCode: '9N01620000',
      value: (Number(item.value) + 3).toFixed(1),
    },
  ]),
  'medicine-without-answer': inItem('K032', 'query', '9N711000000000011', (item) => [
    { ...item, valueCode: '2' },
    { code: '9N711167000000049', type: 'ST', value: '架空の薬' },
  ]),
  'kidney-function-missing': inDetail('K025', ['4'], (record) =>
    editMember(record, '8A065000002391901', () => []),
  ),
  'kidney-function-wrong': {
    ...inDetail('K026', ['4'], (record) =>
      editMember(record, '8A065000002391901', (item) => [
        { ...item, value: (Number(item.value) + 9).toFixed(1) },
      ]),
    ),
    verdict: 'warning',
  },
  'blood-count-unfit': {
    ...inDetail('K027', ['1'], (record) =>
      editMember(record, '2A030000001930101', (item) => [{ ...item, value: '4.5' }]),
    ),
    verdict: 'query',
  },
  'detail-reason-missing': inDetail('E001', ['2'], (record) =>
    editMember(record, '9A110161000000049', () => []),
  ),
  'detail-result-missing': inDetail('E002', ['2'], (record) =>
    editMember(record, '9A110160700000011', () => []),
  ),
  'detail-subject-missing': inDetail('E003', ['3'], (record) =>
    editMember(record, '9E100161600000011', () => []),
  ),
  'detail-not-recorded': inDetail('E006', ['2'], withoutGroups),
  'detail-price-of-another': inDetail('E007', ['2'], (record) =>
    editClaim(record, {
      unitPriceDetails: record.claim.unitPriceDetails.map((price) => ({ ...price, code: '3' })),
    }),
  ),
  'detail-criteria-unmet': {
    rule: 'E008',
    verdict: 'query',
    kinds: ['checkup'],
    // 心電図 asks for the blood pressure alone, which is calm: the sugar of 眼底 may reach its criterion by chance.
    wish: { claimType: '2', details: ['2'], calm: true },
    applyCheckup: (record) =>
      editMember(record, '9A110161600000011', (item) => [{ ...item, valueCode: '1' }]),
  },
  'blood-count-not-whole': inDetail('E011', ['1'], (record) =>
    editMember(record, '2A030000001930101', () => []),
  ),
  'metabolic-judgement-wrong': inItem('J001', 'warning', metabolic, (item) => [
    { ...item, valueCode: { 1: '2', 2: '3', 3: '1' }[item.valueCode!]! },
  ]),
  'judgement-left-open': inItem('J003', 'warning', '9N506000000000011', (item) => [
    { ...item, valueCode: '4' },
  ]),
} satisfies Record<string, NamedDefect>;
