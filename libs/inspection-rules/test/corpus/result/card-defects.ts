import { inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import { insuredNumber, madeOn } from '../person-edits.js';
import type { Row } from '../defect.js';

/** What is written of the card and of the institutions, as no card and no table has it. */
export const cardDefects: readonly Row[] = [
  defect(
    'a tab in the number',
    insuredNumber('７２３&#9;１６９１４'),
    'I008 warning',
    'result patientRole/id',
    '番号 タブ',
  ),
  defect(
    'a number of nines',
    insuredNumber('９９９９９９９９'),
    'I008 warning',
    'result patientRole/id',
    '番号 仮の番号',
  ),
  defect(
    'a number of zeros',
    insuredNumber('00000000'),
    'I008 warning',
    'claim insuranceCard/number',
    '番号 仮の番号',
  ),
  defect(
    'the file is of a later day than the submission',
    madeOn('20261225'),
    'D006 warning',
    'result ClinicalDocument/effectiveTime',
    '20261225 提出日',
  ),
  defect(
    'a postal code in full width in the result',
    inResult('<postalCode>000-1275', '<postalCode>０００－１２７５'),
    'I016 warning',
    'result addr/postalCode',
    '郵便番号 半角',
  ),
  defect(
    'a blank before the sex',
    inResult('administrativeGenderCode code="1"', 'administrativeGenderCode code=" 1"'),
    'I015 return',
    'result patient/administrativeGenderCode',
    '␣1 空白',
  ),
  defect(
    'a wide space in the number',
    insuredNumber('７２３１　６９１４'),
    'I008 warning',
    'result patientRole/id',
    '番号 全角空白',
  ),
];
