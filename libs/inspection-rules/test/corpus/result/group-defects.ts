import { both, coded, inClaim, inResult } from '../../judge-record.js';
import { defect, legal } from '../defect.js';
import { withoutMember } from '../detail-edits.js';
import {
  answered,
  entries,
  member,
  numbered,
  pq,
  resultText,
  section,
  st,
  value,
  wrapped,
} from '../observation-edits.js';
import { claim } from '../spoil.js';
import type { Row } from '../defect.js';

/** Groups of 詳細な健診 and their prices. */
export const groupDefects: readonly Row[] = [
  defect(
    '心電図の対象者2だが不整脈の記載なし',
    answered('9A110161600000011', '2'),
    'E012 warning',
    'result observation/value',
    '心電図 2',
    { on: 'detailed' },
  ),
  defect(
    '貧血の理由が「医師の判断」だけ',
    value('2A020161001930149', st('－')),
    'V020 return',
    'result observation/value',
    '貧血検査(実施理由) －',
    { on: 'detailed' },
  ),
  defect(
    '実施理由をCOMPで',
    inResult('typeCode="RSON"', 'typeCode="COMP"'),
    'X015 warning',
    'result observation/entryRelationship',
    '貧血検査(実施理由) COMP',
    { on: 'detailed' },
  ),
  defect(
    '心電図所見の有無1で所見なし',
    answered('9A110160700000011', '1'),
    'E010 return',
    'result observation/value',
    '心電図検査',
    { on: 'detailed' },
  ),
  defect(
    '貧血のHb単位g/L',
    value('2A030000001930101', pq('13.2', 'g/L')),
    'V005 return',
    'result observation/value',
    '血色素量(ヘモグロビン値) g/L',
    { on: 'detailed' },
  ),
  defect(
    '赤血球数4.4（10*6）',
    numbered('2A020000001930101', '4.4'),
    'V015 query',
    'result observation/value',
    '赤血球数',
    { on: 'detailed' },
  ),
  defect(
    'Htが0.396',
    numbered('2A040000001930102', '0.396'),
    'V015 query',
    'result observation/value',
    'ヘマトクリット値',
    { on: 'detailed' },
  ),
  defect(
    '貧血の3項目をすべて落とした',
    both(
      withoutMember('2A040000001930102'),
      withoutMember('2A030000001930101'),
      withoutMember('2A020000001930101'),
    ),
    'E002 return',
    'result entryRelationship/observation',
    '貧血検査',
    { on: 'detailed' },
  ),
  defect(
    '心電図を01010と01990の両方に',
    section('01990', coded('9A110160700000011', '2', '2002')),
    'V003 return',
    'result entry/observation',
    '心電図(所見',
    { on: 'detailed' },
  ),
  defect(
    '心電図の一連検査グループを2回',
    resultText((t) => t.replace(/<entry>(?:(?!<\/entry>)[^])*9A110(?:(?!<\/entry>)[^])*<\/entry>/, '$&$&')),
    'V003 return',
    'result entryRelationship/observation',
    '心電図(所見の有無) 2',
    { on: 'detailed' },
  ),
  defect(
    'クレアチニンの請求コードを貧血で',
    claim(({ unitPriceDetails }) => ({
      unitPriceDetails: unitPriceDetails.map((p, i: number) => (i ? p : { ...p, code: '4' })),
    })),
    'E007 return',
    'claim unitPriceDetail/observation',
    '血清クレアチニン検査',
    { on: 'detailed' },
  ),
  defect(
    '詳細の単価コード5',
    inClaim(/(<unitPriceDetail>[^]*?<observation code=")\d/, '$15'),
    'X007 return',
    'claim unitPriceDetail/observation',
    '項目コード 5',
    { on: 'detailed' },
  ),
  defect(
    '詳細の単価コード2回',
    claim(({ unitPriceDetails }) => ({
      unitPriceDetails: unitPriceDetails.map((p) => ({ ...p, code: '2' })),
    })),
    'P013 return',
    'claim unitPriceDetail/observation',
    '詳細健診 2',
    { on: 'two details' },
  ),
  defect(
    '中身のない一連検査グループ',
    entries(wrapped()),
    'X014 return',
    'result observation/code',
    '項目コード グループ 中に検査項目がありません',
  ),
  defect(
    '心電図の実施理由が「なし」',
    value('9A110161000000049', st('なし')),
    'E001 query',
    'result entryRelationship/observation',
    '心電図 実施理由 なし',
    { on: 'detailed' },
  ),
  defect(
    '所見なしの心電図に心房細動の記載',
    inResult(
      /<entryRelationship typeCode="RSON"><observation [^>]*><code code="9A110161600000011"/,
      `${member('COMP', '9A110160800000049', st('心房細動'))}$&`,
    ),
    'K033 warning',
    'result observation/value',
    '心電図 2',
    { on: 'detailed' },
  ),
  legal(
    '所見なしの心電図に「正常範囲」',
    inResult(
      /<entryRelationship typeCode="RSON"><observation [^>]*><code code="9A110161600000011"/,
      `${member('COMP', '9A110160800000049', st('正常範囲'))}$&`,
    ),
    { on: 'detailed' },
  ),
];
