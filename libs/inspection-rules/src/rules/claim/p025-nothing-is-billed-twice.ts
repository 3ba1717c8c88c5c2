import type { Bilingual } from '@daiko/contracts';
import type { PairFacts } from '../../facts.js';
import { CHECKUP_SECTION } from '../../programme-sections.js';
import { checkupSets } from '../mandatory/mandatory-sets.js';
import { type RuleOf, text } from '../../rule.js';

/** P025: 基本・詳細の項目を追加項目としても請求しています。 */
export const p025: RuleOf<'pair'> = {
  id: 'P025',
  level: 6,
  severity: 'query',
  returnReason: '04',
  source: 'own design',
  subject: 'pair',
  appliesTo: ['hc', 'cc'],
  title: text(
    '基本・詳細の項目を追加項目としても請求しています',
    'An item of the basic or detailed checkup is billed as additional too',
  ),
  message: text(
    '追加健診として請求した{itemName}（{item}）は{detail}、請求が重複しています。',
    '{itemName} ({item}) is billed as additional, but {detail}: it is billed twice.',
  ),
  remedy: text(
    '追加項目の単価を確認し、重複している請求を除いてください。',
    'Check the prices of additional items, and take out what is billed twice.',
  ),
  check(pair, _facts, report) {
    const { checkupClaim, checkup } = pair;
    if (checkupClaim === null || checkup === null || checkupClaim.claimType?.value === '5') return;
    for (const { observation } of checkupClaim.unitPriceOthers) {
      const code = observation?.value ?? '';
      const detail = code === '' ? null : (billedAsDetail(code, pair) ?? doneAsBasic(code, pair));
      if (detail !== null) report(observation!.at, { item: code, value: code, values: { detail } });
    }
  },
};

/** A result of a group of 詳細な健診 that has a price of its own. */
function billedAsDetail(code: string, { detailGroups, checkupClaim }: PairFacts): Bilingual | null {
  const group = detailGroups.find(({ results }) => results.some((item) => item.code === code));
  const priced = checkupClaim?.unitPriceDetails.some(({ observation }) => observation?.value === group?.code);
  if (group === undefined || priced !== true) return null;
  return text(
    `詳細な健診（${group.name.ja}）としても請求され`,
    `the ${group.name.en} examination has its price as a detailed one`,
  );
}

/** The only item by which the basic checkup has what it must have. */
function doneAsBasic(code: string, pair: PairFacts): Bilingual | null {
  const set = checkupSets.find(({ codes }) => codes.includes(code));
  if (set === undefined || pair.item(code)?.sectionCode !== CHECKUP_SECTION) return null;
  // Height and the like are P014's; beside another item of the set it may be additional.
  if (set.codes.length === 1 || set.codes.some((other) => other !== code && pair.has([other]))) return null;
  return text(
    `基本的な健診の必須項目（${set.name.ja}）で`,
    `is what the basic checkup has for ${set.name.en}`,
  );
}
