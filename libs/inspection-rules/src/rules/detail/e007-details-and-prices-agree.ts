import type { Bilingual } from '@daiko/contracts';
import { detailCodesOf, type DetailGroup, detailNames, isDetailed, isSpokenOf } from '../../detail-groups.js';
import { type RuleOf, text } from '../../rule.js';

const words = {
  notDone: text('単価がありますが、実施の記録がありません', 'has a price but is not recorded'),
  unpriced: text('実施されていますが、単価がありません', 'is recorded but has no price'),
} as const;

/** E007: 詳細な健診の単価と実施内容が一致しません。 */
export const e007: RuleOf<'pair'> = {
  id: 'E007',
  level: 6,
  severity: 'return',
  returnReason: '04',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hc', 'cc'],
  title: text('詳細な健診の単価と実施内容が一致しません', 'Prices and detailed examinations do not agree'),
  message: text(
    '{name}（別表8の{value}）は{detail}。',
    'The {name} examination (code {value} of table 8) {detail}.',
  ),
  remedy: text('詳細な健診の単価を確認してください。', 'Check the prices of the detailed examinations.'),
  check(pair, _facts, report) {
    const claim = pair.checkupClaim;
    const claimType = claim?.claimType?.value ?? '';
    const groups = pair.detailGroups;
    // Other claim types, and claims without any group, are E006's.
    if (claim === null || pair.checkup === null || !/^[24]$/.test(claimType)) return;
    if (!groups.some(isSpokenOf)) return;
    const codes = claim.unitPriceDetails.map(({ observation }) => observation?.value ?? '');
    const priced = new Set(codes);
    const unpriced = groups.filter((group) => isDetailed(group) && !priced.has(group.code));
    const notDone = codes.filter((code) => !groups.some((group) => group.code === code && isSpokenOf(group)));
    const [missing] = unpriced;
    // One price for one examination, under another code: said once, where the code stands.
    const isMistaken = unpriced.length === 1 && notDone.length === 1 && missing !== undefined;
    for (const { at, observation } of claim.unitPriceDetails) {
      const code = observation?.value ?? '';
      const name = detailNames[code];
      if (name === undefined || groups.some((group) => group.code === code && isSpokenOf(group))) continue;
      // What was done stands under a code that V001 names.
      if (pair.isMeant(detailCodesOf(code))) continue;
      const detail = isMistaken ? mistakenFor(missing) : words.notDone;
      report(isMistaken ? (observation?.at ?? at) : at, { value: code, values: { name, detail } });
    }
    // A code that stands twice stands for the other one: P013.
    if (isMistaken || priced.size < codes.length) return;
    for (const group of unpriced) {
      report(claim.settlement ?? claim.at, {
        item: group.results[0]!.code,
        value: group.code,
        values: { name: group.name, detail: words.unpriced },
      });
    }
  },
};

function mistakenFor({ code, name }: DetailGroup): Bilingual {
  return text(
    `単価がありますが実施の記録がなく、実施された${name.ja}（${code}）に単価がありません。項目コードの誤りと思われます`,
    `has a price but is not recorded; the ${name.en} examination (${code}) was done and has no price: perhaps the code is wrong`,
  );
}
