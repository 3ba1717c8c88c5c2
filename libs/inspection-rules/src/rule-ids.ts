import type { Bilingual } from '@daiko/contracts';
import { text } from './rule.js';

/** One family of the catalogue (点検項目): its letter, what it is about, and how many ids it has. */
export interface RuleFamily {
  readonly letter: string;
  readonly name: Bilingual;
  readonly count: number;
}

/** Families of the catalogue in its order; ids are a letter and three digits from 001, never renumbered. */
export const ruleFamilies: readonly RuleFamily[] = [
  { letter: 'A', name: text('アーカイブ', 'archive'), count: 31 },
  { letter: 'X', name: text('XML・様式', 'XML and schema'), count: 16 },
  { letter: 'S', name: text('交換用基本情報・集計情報', 'index and summary'), count: 14 },
  { letter: 'I', name: text('本人・機関・対の整合', 'identity and pair'), count: 34 },
  { letter: 'T', name: text('受診券・利用券・契約', 'ticket, eligibility, contract'), count: 27 },
  { letter: 'D', name: text('日付・年齢', 'dates and age'), count: 17 },
  { letter: 'M', name: text('必須項目', 'mandatory items'), count: 34 },
  { letter: 'V', name: text('値', 'values'), count: 27 },
  { letter: 'C', name: text('コード', 'codes'), count: 12 },
  { letter: 'K', name: text('項目間の関係', 'relations between items'), count: 36 },
  { letter: 'E', name: text('詳細な健診', 'detailed examinations'), count: 12 },
  { letter: 'J', name: text('判定', 'judgement'), count: 7 },
  { letter: 'P', name: text('健診の単価・請求', 'price and claim of a checkup'), count: 25 },
  { letter: 'G', name: text('特定保健指導', 'guidance'), count: 64 },
  { letter: 'H', name: text('履歴・重複', 'history and duplicates'), count: 16 },
  { letter: 'R', name: text('返戻・過誤返戻', 'records that come back'), count: 10 },
  { letter: 'B', name: text('統計', 'statistics of an archive'), count: 7 },
];

/** Every id of the catalogue, with a rule or without, in order of families. */
export const ruleIds: readonly string[] = ruleFamilies.flatMap(({ letter, count }) =>
  idsOf(letter, 1, count),
);

/** Ids of the catalogue that have no rule, and why; one that gets a rule is no longer looked up here. */
interface Omission {
  readonly reason: Bilingual;
  readonly ids: readonly string[];
}

const omissions: readonly Omission[] = [
  {
    reason: text(
      'H001として報告します（受付のあとに分かるため、アーカイブは拒否しません）',
      'reported as H001: it is known only after the receipt, so it never refuses an archive',
    ),
    ids: ['A029'],
  },
  {
    reason: text(
      'P001（請求区分と単価・窓口負担の組合せ）とM001～M032（健診項目）が、警告より重く報告します',
      'reported by P001 (parts of the claim against its claim type) and by M001 to M032 (items of the checkup), which weigh more',
    ),
    ids: ['P023'],
  },
  {
    reason: text(
      '異動者データ（種別8）は代行機関が扱わないため、照合できません',
      'data of people who moved (kind 8) go between insurers, not through the agency',
    ),
    ids: ['H011'],
  },
  {
    reason: text(
      '決済済みかどうかは種別ではなく元帳で判断します（処理月の終わった請求は相殺、それまでは請求から除きます）',
      'whether a claim is settled the ledger says, not the 種別: offset once its month is over, taken out of the bill before',
    ),
    ids: ['R005'],
  },
];

/** Why an id of the catalogue has no rule; null where nothing is said, which a test allows only for ids with a rule. */
export function omissionOf(id: string): Bilingual | null {
  return omissions.find(({ ids }) => ids.includes(id))?.reason ?? null;
}

function idsOf(letter: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    return `${letter}${String(first + index).padStart(3, '0')}`;
  });
}
