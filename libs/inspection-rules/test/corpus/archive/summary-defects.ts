import { replaced } from '../archive-edits.js';
import { defect } from '../defect.js';
import type { Row } from '../defect.js';

/** Mistakes in 集計情報 (su08). */
export const summaryDefects: readonly Row[] = [
  defect(
    '集計の実施区分が2',
    { summary: (draft) => ({ ...draft, serviceEventType: '2' }) },
    'S009 refuse',
    'summary summary/serviceEventType',
    '実施区分',
  ),
  defect(
    '受診者総数が1人多い',
    { summary: (draft) => ({ ...draft, totalSubjectCount: 6 }) },
    'S002 refuse',
    'summary summary/totalSubjectCount',
    '総数 6 5',
  ),
  defect(
    '受診者総数に結果と決済の両方を数えた',
    { summary: (draft) => ({ ...draft, totalSubjectCount: 10 }) },
    'S002 refuse',
    'summary summary/totalSubjectCount',
    '総数',
  ),
  defect(
    '単価総計が1円違う',
    { summary: (draft) => ({ ...draft, totalCostAmount: draft.totalCostAmount + 1 }) },
    'S003 refuse',
    'summary summary/totalCostAmount',
    '単価 総計',
  ),
  defect(
    '窓口負担総計が0のまま',
    { summary: (draft) => ({ ...draft, totalPaymentAmount: 0 }) },
    'S004 refuse',
    'summary summary/totalPaymentAmount',
    '窓口負担 総計',
  ),
  defect(
    '他健診負担総計が違う',
    { summary: (draft) => ({ ...draft, totalPaymentByOtherProgram: 10 }) },
    'S005 refuse',
    'summary summary/totalPaymentByOtherProgram',
    '他 負担 総計',
    { on: 'basic, other programme pays too' },
  ),
  defect(
    '他健診負担があるのに総計がない',
    { summary: (draft) => ({ ...draft, totalPaymentByOtherProgram: null }) },
    'S005 refuse',
    'summary summary',
    '他 負担 総計',
    { on: 'basic, other programme pays too' },
  ),
  defect(
    '請求総計が1円違う',
    { summary: (draft) => ({ ...draft, totalClaimAmount: draft.totalClaimAmount - 1 }) },
    'S006 refuse',
    'summary summary/totalClaimAmount',
    '請求金額 総計',
  ),
  defect(
    '請求総計が負',
    { summaryText: (text) => text.replace(/(<totalClaimAmount[^>]*value=")/, '$1-') },
    'X007 refuse',
    'summary summary/totalClaimAmount',
    '請求金額の総計 符号',
  ),
  defect(
    '請求総計にカンマ',
    { summaryText: (text) => text.replace(/(<totalClaimAmount[^>]*value="\d\d)/, '$1,') },
    'X007 refuse',
    'summary summary/totalClaimAmount',
    'カンマ',
  ),
  defect(
    '前回の送付分の集計情報（人数も金額も別）',
    {
      summary: (draft) => ({
        ...draft,
        totalSubjectCount: 42,
        totalCostAmount: 378_000,
        totalPaymentAmount: 42_000,
        totalPaymentByOtherProgram: 0,
        totalClaimAmount: 336_000,
      }),
    },
    'S002 refuse',
    'summary summary/totalSubjectCount',
    '別の送付分',
  ),
  defect(
    '集計を作った後に1人の金額が変わった（人数は同じ）',
    {
      summary: (draft) => ({
        ...draft,
        totalCostAmount: draft.totalCostAmount - 1300,
        totalClaimAmount: draft.totalClaimAmount - 1300,
      }),
    },
    'S003 refuse',
    'summary summary/totalCostAmount',
    '単価 請求金額の総計',
  ),
  defect(
    '集計の中身が基本情報',
    { files: (all) => void all.set('su08_V08.xml', all.get('ix08_V08.xml')!) },
    'X004 refuse',
    'summary index',
    'summary',
  ),
  defect(
    '集計の途中でファイルが切れた',
    replaced('su08_V08.xml', (text) => text.slice(0, text.length - 40)),
    'X001 refuse',
    'summary',
    '構文',
  ),
  defect(
    '保健指導の集計に他健診負担がある',
    { summary: (draft) => ({ ...draft, totalPaymentByOtherProgram: 1000 }) },
    'S005 refuse',
    'summary summary/totalPaymentByOtherProgram',
    '他 負担',
    { on: 'motivational, first' },
  ),
];
