import { detailCodes, type DetailGroup, isDetailed, isSpokenOf } from '../../detail-groups.js';
import { misfitOf } from '../claim/claim-parts.js';
import { type RuleOf, text } from '../../rule.js';

const words = { none: text('ありません', 'no detailed examination is recorded') } as const;

/** True for a group done for somebody entitled: by 対象者, or for 貧血 by its reason. */
function isClaimable(group: DetailGroup): boolean {
  if (!isDetailed(group)) return false;
  return group.subjectCode === null ? group.reason?.state === 'VALUE' : group.subjectValue !== '';
}

/** E006: 請求区分と詳細な健診の実施内容が一致しません。 */
export const e006: RuleOf<'pair'> = {
  id: 'E006',
  level: 6,
  severity: 'return',
  returnReason: '04',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hc', 'cc'],
  title: text(
    '請求区分と詳細な健診の実施内容が一致しません',
    'The claim type does not fit the detailed examinations',
  ),
  message: text(
    '請求区分が「{value}」ですが、詳細な健診は{detail}（正: {expected}）。',
    'The claim type is "{value}", but {detail}; {expected} was expected.',
  ),
  remedy: text('請求区分と実施内容を確認してください。', 'Check the claim type and what was done.'),
  check(pair, _facts, report) {
    const claimType = pair.checkupClaim?.claimType ?? null;
    if (claimType === null || pair.checkup === null) return;
    // Parts that do not fit the type either are P001's, which names the type they are of.
    const misfit = misfitOf(pair.checkupClaim!);
    if (misfit !== null && misfit.missing.length + misfit.needless.length > 0) return;
    const { value, at } = claimType;
    if (/^[24]$/.test(value) && !pair.detailGroups.some(isSpokenOf) && !pair.isMeant(detailCodes)) {
      report(at, { value, expected: value === '2' ? '1' : '3', values: { detail: words.none } });
    }
    const group = /^[13]$/.test(value) ? pair.detailGroups.find(isClaimable) : undefined;
    if (group === undefined) return;
    report(at, {
      item: group.results[0]!.code,
      value,
      expected: value === '1' ? '2' : '4',
      values: {
        detail: text(`${group.name.ja}があります`, `there is the ${group.name.en} examination`),
      },
    });
  },
};
