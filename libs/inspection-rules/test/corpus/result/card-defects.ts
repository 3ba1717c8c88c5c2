import { both, inBoth, inClaim, inResult } from '../../judge-record.js';
import { defect, legal } from '../defect.js';
import { insuredNumber, madeOn } from '../person-edits.js';
import type { Row } from '../defect.js';

const number = '<id root="1.2.392.200119.6.205"';

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
    'the root of the symbol on the number',
    inResult(number, number.replace('.205', '.204')),
    'I005 return',
    'result recordTarget/patientRole',
    'root 6.205 ありません',
  ),
  defect(
    'a ticket of kind 3',
    inResult('<functionCode code="1"', '<functionCode code="3"'),
    'X016 return',
    'result participant/functionCode',
    '券面種別 3 受診券',
  ),
  defect(
    'the number of who made the file has 9 digits',
    inResult('extension="4511000004"', 'extension="451100000"'),
    'I018 warning',
    'result representedOrganization/id',
    'ファイル作成機関 451100000',
  ),
  defect(
    'the author is of a later day than the submission',
    inResult('<author><time value="20261124"', '<author><time value="20261225"'),
    'D006 warning',
    'result author/time',
    '20261225 提出日',
  ),
  defect(
    'the file is of a later day than the submission',
    madeOn('20261225'),
    'D006 warning',
    'result ClinicalDocument/effectiveTime',
    '20261225 提出日',
  ),
  defect(
    'the day of the checkup as a period',
    inResult(
      '<effectiveTime value="20261026"/>',
      '<effectiveTime><low value="20261026"/><high value="20261027"/></effectiveTime>',
    ),
    'D001 return',
    'result effectiveTime/low',
    '期間 1日 value',
  ),
  defect(
    'a postal code in full width in the result',
    inResult('<postalCode>000-1275', '<postalCode>０００－１２７５'),
    'I016 warning',
    'result addr/postalCode',
    '郵便番号 半角',
  ),
  defect(
    'a blank behind the sex',
    inResult('administrativeGenderCode code="1"', 'administrativeGenderCode code="1 "'),
    'I015 return',
    'result patient/administrativeGenderCode',
    '1␣ 空白',
  ),
  legal(
    'a postal code without its hyphen in the result',
    inResult('<postalCode>000-1275', '<postalCode>0001275'),
  ),
  legal(
    'an address in a line of its own',
    inResult(/<addr>(架空県練習市模擬町[^<]*)</, '<addr><streetAddressLine>$1</streetAddressLine><'),
  ),
  legal('a telephone from abroad', inResult(/tel:[0-9-]+/, 'tel:+81-3-0000-0000')),
  legal('a telephone with an extension', inResult(/tel:[0-9-]+/, 'tel:03-0000-0000;ext=12')),
];
