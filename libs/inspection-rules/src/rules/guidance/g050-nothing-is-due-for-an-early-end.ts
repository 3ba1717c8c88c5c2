import { type RuleOf, text } from '../../rule.js';

/** G050: 動機付け支援の途中終了に請求額があります。 */
export const g050: RuleOf<'guidance-claim'> = {
  id: 'G050',
  level: 6,
  severity: 'query',
  returnReason: '07',
  source: '特定健診・特定保健指導 金額計算方法',
  subject: 'guidance-claim',
  appliesTo: ['gc'],
  title: text('動機付け支援の途中終了に請求額があります', '動機付け支援 that ended early claims an amount'),
  message: text(
    '動機付け支援・相当の途中終了ですが、算定金額が「{value}」です（{expected}円）。',
    '動機付け支援 ended early with an amount of "{value}"; {expected} yen is due.',
  ),
  remedy: text(
    '途中終了の請求を確認します。',
    'Nothing more is due after the first claim unless the contract says so.',
  ),
  check(claim, _facts, report) {
    const { guidanceTiming, guidanceLevel, calculatedAmount } = claim;
    if (guidanceTiming?.value !== '3' || !/^[23]$/.test(guidanceLevel?.value ?? '')) return;
    if ((calculatedAmount?.value ?? 0) === 0) return;
    report(calculatedAmount!.at, { value: calculatedAmount!.raw, expected: 0 });
  },
};
