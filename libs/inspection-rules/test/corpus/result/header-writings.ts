import { inResult } from '../../judge-record.js';
import { defect, legal } from '../defect.js';
import type { Row } from '../defect.js';
import { birthDate } from '../person-edits.js';

const doctor = (name: string) => inResult('<name>架空練習医師</name>', `<name>${name}</name>`);
const noDoctor = (name: string): Row =>
  defect(
    `医師名が「${name}」`,
    doctor(name),
    'M023 return',
    'result assignedPerson/name',
    `医師 氏名ではありません ${name}`,
  );

/** How numbers, addresses, days and doctors of a header are written. */
export const headerWritings: readonly Row[] = [
  ...['不明', '同上', '院長', '看護師', '別紙', '健診医', '担当医師', '架空病院'].map(noDoctor),
  legal('電話番号を国際の形で', inResult(/value="tel:[^"]*"/, 'value="tel:+81-3-0000-0000"')),
  legal('電話番号に内線', inResult(/value="tel:[^"]*"/, 'value="tel:03-0000-0000;ext=12"')),
  legal(
    '住所をstreetAddressLineで',
    inResult(/(<addr>)([^<]+)(<postalCode)/, '$1<streetAddressLine>$2</streetAddressLine>$3'),
  ),
  legal('結果の郵便番号にハイフンがない', inResult(/<postalCode>(\d{3})-/, '<postalCode>$1')),
  defect('1915年生まれ', birthDate('19150222'), 'D015 return', 'result patient/birthTime', '111 生年月日'),
  defect(
    '番号のrootが記号のroot',
    inResult('root="1.2.392.200119.6.205"', 'root="1.2.392.200119.6.204"'),
    'I005 return',
    'result recordTarget/patientRole',
    '番号 1.2.392.200119.6.205',
  ),
  defect(
    '券面種別3',
    inResult(/<functionCode code="1"/, '<functionCode code="3"'),
    'X016 return',
    'result participant/functionCode',
    '券面種別 3',
  ),
  defect(
    '作成者の日付が提出日より後',
    inResult(/(<author>\s*<time value=")\d+/, '$120270110'),
    'D006 warning',
    'result author/time',
    'ファイル作成日 20270110',
  ),
  defect(
    '作成機関の番号が9桁',
    inResult(/(<assignedAuthor>[^]*?<representedOrganization>\s*<id [^>]*extension=")\d+/, '$1451100000'),
    'I018 warning',
    'result representedOrganization/id',
    'ファイル作成機関 451100000',
  ),
  defect(
    '作成機関の番号の検証番号',
    inResult(/(<assignedAuthor>[^]*?<representedOrganization>\s*<id [^>]*extension=")\d+/, '$14511000005'),
    'I019 warning',
    'result representedOrganization/id',
    'ファイル作成機関 検証番号 4511000005',
  ),
  defect(
    '健診日が期間',
    inResult(
      '<effectiveTime value="20261026"/>',
      '<effectiveTime><low value="20261026"/><high value="20261026"/></effectiveTime>',
    ),
    'D001 return',
    'result effectiveTime/low',
    '期間 value 1日',
  ),
  defect(
    '性別の後ろに空白',
    inResult('administrativeGenderCode code="1"', 'administrativeGenderCode code="1 "'),
    'I015 return',
    'result patient/administrativeGenderCode',
    '性別 1␣ 空白',
  ),
];
