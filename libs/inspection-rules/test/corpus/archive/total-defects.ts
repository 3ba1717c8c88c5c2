import { onFiles, summed } from '../archive-edits.js';
import { defect } from '../defect.js';
import type { Row } from '../defect.js';

/** Totals of su08 that are not those of the claims. */
export const totalDefects: readonly Row[] = [
  defect(
    'su08がix08の写し',
    onFiles((all) => void all.set('su08_V08.xml', all.get('ix08_V08.xml')!)),
    'X004 refuse',
    'summary index',
    'ルート要素 index',
  ),
  defect(
    'su08の通貨がUSD',
    { summaryText: (t) => t.replace('<totalClaimAmount ', '<totalClaimAmount currency="USD" ') },
    'X007 refuse',
    'summary summary/totalClaimAmount',
    '要素 totalClaimAmount（請求金額の総計）',
  ),
  defect(
    'su08の請求総計が千円単位',
    summed((s) => ({ totalClaimAmount: Math.round(s.totalClaimAmount / 1000) })),
    'S006 refuse',
    'summary summary/totalClaimAmount',
    '請求金額 32',
  ),
  defect(
    'su08の単価総計と請求総計が逆',
    summed((s) => ({ totalClaimAmount: s.totalCostAmount, totalCostAmount: s.totalClaimAmount })),
    'S003 refuse',
    'summary summary/totalCostAmount',
    '単価 31920',
  ),
  defect(
    'su08の窓口総計0円',
    summed(() => ({ totalPaymentAmount: 0 })),
    'S004 refuse',
    'summary summary/totalPaymentAmount',
    '窓口負担 0',
    { on: 'basic, fixed copayment' },
  ),
  defect(
    'su08の人数が総ファイル数',
    summed(() => ({ totalSubjectCount: 10 })),
    'S002 refuse',
    'summary summary/totalSubjectCount',
    '受診者・利用者 10',
  ),
  defect(
    'su08の請求総計が10倍',
    summed((s) => ({ totalClaimAmount: s.totalClaimAmount * 10 })),
    'S006 refuse',
    'summary summary/totalClaimAmount',
    '請求金額 319200',
  ),
  defect(
    'su08がShift_JIS宣言',
    { summaryText: (t) => t.replace('UTF-8', 'Shift_JIS') },
    'X003 refuse',
    'summary',
    'UTF-8以外',
  ),
  defect(
    'su08の他健診負担の記録もれ',
    summed(() => ({ totalPaymentByOtherProgram: null })),
    'S005 refuse',
    'summary summary',
    '他の健診による負',
    { on: 'basic, other programme pays too' },
  ),
];
