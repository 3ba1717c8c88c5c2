import { answer, insurerReturn, settledReturn } from '../../exchanges.js';
import { inBoth, inClaim, inResult } from '../../judge-record.js';
import { defect } from '../defect.js';
import type { Row } from '../defect.js';

/** Mistakes of insurers who send records back. */
export const returnDefects: readonly Row[] = [
  defect(
    '返戻理由がない（未決済の返戻）',
    inClaim(/<insurerAdjudicationResult>[^]*<\/insurerAdjudicationResult>/, ''),
    'R001 refuse',
    'claim checkupClaim',
    '返戻理由',
    { exchange: insurerReturn },
  ),
  defect(
    '返戻理由コードが10（別表10にない）',
    inClaim('<reason code="02"', '<reason code="10"'),
    'X007 return',
    'claim insurerAdjudicationResult/reason',
    '返戻理由',
    { exchange: insurerReturn },
  ),
  defect(
    '理由「その他」に内容がない',
    inClaim('<reason code="02"', '<reason code="09"'),
    'R002 query',
    'claim checkupClaim/insurerAdjudicationResult',
    '内容',
    { exchange: settledReturn },
  ),
  defect(
    '種別4の返戻に種別5の処理結果',
    inClaim('<interactionType code="4"', '<interactionType code="5"'),
    'R003 query',
    'claim insurerAdjudicationResult/interactionType',
    '種別',
    { exchange: insurerReturn },
  ),
  defect(
    '処理年月日が先の日付',
    inClaim('<recordDate value="20261120"', '<recordDate value="20261220"'),
    'R003 query',
    'claim insurerAdjudicationResult/recordDate',
    '処理 日',
    { exchange: insurerReturn },
  ),
  defect(
    '保険者の返戻に代行機関の処理結果を書いた',
    ({ result, claim }) => ({
      result,
      claim: claim.replaceAll('insurerAdjudicationResult', 'agencyAdjudicationResult'),
    }),
    'R001 refuse',
    'claim checkupClaim',
    'insurerAdjudicationResult',
    { exchange: insurerReturn },
  ),
  defect(
    '確認依頼の回答の理由コードが00',
    inClaim(
      '</checkupClaim>',
      '<insurerAdjudicationResult><interactionType code="11"/><recordDate value="20261120"/><reason code="00"/></insurerAdjudicationResult></checkupClaim>',
    ),
    'X007 return',
    'claim insurerAdjudicationResult/reason',
    '返戻理由',
    { exchange: answer },
  ),
  defect(
    'ほかの保険者の記録を返戻した（未決済）',
    inBoth('06139992', '06081012'),
    'R010 query',
    'claim insuranceCard/insurerNumber',
    '保険者番号 06081012 06139992',
    { exchange: insurerReturn },
  ),
  defect(
    'ほかの保険者の保健指導を返戻した（決済済）',
    inBoth('06139992', '06081012'),
    'R010 query',
    'claim insuranceCard/insurerNumber',
    '保険者番号 06081012 06139992',
    { exchange: settledReturn, on: 'active, evaluated' },
  ),
  defect(
    '返戻の結果だけがほかの保険者の記録',
    inResult('.101" extension="06139992"', '.101" extension="06081012"'),
    'R010 query',
    'result patientRole/id',
    '保険者番号 06081012',
    { exchange: insurerReturn },
  ),
];
