import type { ServiceName } from '@daiko/contracts';

/** Kind of partner (取引先): provider 健診・保健指導機関, insurer 保険者, operator 代行機関の運用者. */
export const partnerKinds = ['provider', 'insurer', 'operator'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

interface ActionRule {
  /** Who may do it. A partner sees and does only what is its own; an operator's action says so in its name where it reaches further. */
  kinds: readonly PartnerKind[];
  /** Services with a door for it. */
  services: readonly ServiceName[];
  ja: string;
  en: string;
}

const providers = ['provider'] as const;
const insurers = ['insurer'] as const;
/** Providers send claims (種別 1), insurers returns and answers (4, 5, 11): which is which the name and ix08 say. */
const senders = ['provider', 'insurer'] as const;
const operators = ['operator'] as const;
const everyService = ['intake', 'inspection', 'routing', 'billing', 'audit', 'identity'] as const;

/**
 * Who may do what, all of it: this table is the whole policy of the platform.
 *
 * A door names its actions with `@Allow`; a door that names none stays shut. Adding an action: one row here, one `@Allow` there;
 * a test fails when a row has no door.
 */
export const policy = {
  'submission:send': {
    kinds: senders,
    services: ['intake'],
    ja: '受領単位を送付する',
    en: 'send a submission',
  },
  'submission:read': {
    kinds: senders,
    services: ['intake'],
    ja: '自己の受領単位を照会する',
    en: 'read own submissions',
  },
  'submission:read-any': {
    kinds: operators,
    services: ['intake'],
    ja: 'すべての受領単位を照会する',
    en: 'read every submission',
  },
  'receipt:read': {
    kinds: senders,
    services: ['intake'],
    ja: '自己の受領証を取得する',
    en: 'fetch own receipts',
  },
  'report:read': {
    kinds: operators,
    services: ['inspection'],
    ja: '値を含む点検報告を開く',
    en: 'open a report of inspection with its values',
  },
  'query:read': {
    kinds: operators,
    services: ['inspection'],
    ja: '確認依頼を一覧する',
    en: 'list queries',
  },
  'query:decide': {
    kinds: operators,
    services: ['inspection'],
    ja: '確認依頼を決定する',
    en: 'decide queries',
  },
  'query:ask': {
    kinds: operators,
    services: ['inspection'],
    ja: '確認依頼を保険者に照会する',
    en: 'put a query to its insurer',
  },
  'question:read': {
    kinds: insurers,
    services: ['inspection'],
    ja: '自保険者への確認依頼を一覧する',
    en: 'list the queries put to oneself',
  },
  'question:answer': {
    kinds: insurers,
    services: ['inspection'],
    ja: '自保険者への確認依頼に回答する',
    en: 'answer a query put to oneself',
  },
  'held:read': {
    kinds: operators,
    services: ['inspection'],
    ja: '保留の記録を一覧する',
    en: 'list held records',
  },
  'held:retry': {
    kinds: operators,
    services: ['inspection'],
    ja: '保留の記録を再点検する',
    en: 'inspect held records again',
  },
  'bundle:read': {
    kinds: insurers,
    services: ['routing'],
    ja: '自保険者の送付単位を一覧・取得する',
    en: 'list and download own bundles',
  },
  'bundle:read-any': {
    kinds: operators,
    services: ['routing'],
    ja: 'すべての送付単位を一覧する',
    en: 'list every bundle',
  },
  'bundle:acknowledge': {
    kinds: insurers,
    services: ['routing'],
    ja: '送付単位の受領を確認する',
    en: 'acknowledge a bundle',
  },
  'bundle:refuse': {
    kinds: insurers,
    services: ['routing'],
    ja: '読めない送付単位を差し戻す',
    en: 'refuse a bundle as unreadable',
  },
  'bundle:seal': {
    kinds: operators,
    services: ['routing'],
    ja: '送付単位と返戻を締める',
    en: 'seal bundles and returns',
  },
  'return:read': {
    kinds: providers,
    services: ['routing'],
    ja: '自機関への返戻を一覧・取得する',
    en: 'list and download own returns',
  },
  'return:read-any': {
    kinds: operators,
    services: ['routing'],
    ja: 'すべての返戻を一覧する',
    en: 'list every return',
  },
  'return:acknowledge': {
    kinds: providers,
    services: ['routing'],
    ja: '返戻の受領を確認する',
    en: 'acknowledge a return',
  },
  'invoice:read': {
    kinds: insurers,
    services: ['billing'],
    ja: '自保険者への請求を照会する',
    en: 'read own invoices',
  },
  'invoice:read-any': {
    kinds: operators,
    services: ['billing'],
    ja: 'すべての請求を照会する',
    en: 'read every invoice',
  },
  'payment-notice:read': {
    kinds: providers,
    services: ['billing'],
    ja: '自機関への支払通知を照会する',
    en: 'read own payment notices',
  },
  'payment-notice:read-any': {
    kinds: operators,
    services: ['billing'],
    ja: 'すべての支払通知を照会する',
    en: 'read every payment notice',
  },
  'master:import': {
    kinds: insurers,
    services: ['billing'],
    ja: '自保険者の台帳・マスタを取り込む',
    en: 'send own masters of tickets, members, contracts',
  },
  'master:import-any': {
    kinds: operators,
    services: ['billing'],
    ja: '保険者の台帳・マスタを取り込む',
    en: 'send the masters of any insurer',
  },
  'master:read': {
    kinds: insurers,
    services: ['billing'],
    ja: '自保険者の台帳・マスタの取込を一覧する',
    en: 'list imports of own masters',
  },
  'master:read-any': {
    kinds: operators,
    services: ['billing', 'inspection'],
    ja: 'すべての台帳・マスタの取込を一覧する',
    en: 'list imports of every master',
  },
  'ledger:read': {
    kinds: operators,
    services: everyService,
    ja: '件数・金額の突合と試算表を読む',
    en: 'read record counts and the trial balance',
  },
  'dead-letter:read': {
    kinds: operators,
    services: everyService,
    ja: '配達不能のメッセージを一覧する',
    en: 'list dead letters',
  },
  'dead-letter:replay': {
    kinds: operators,
    services: everyService,
    ja: '配達不能のメッセージを再配達する',
    en: 'replay dead letters',
  },
  'audit:read': {
    kinds: operators,
    services: ['audit'],
    ja: '証跡を閲覧する',
    en: 'read marks',
  },
  'audit:verify': {
    kinds: operators,
    services: ['audit'],
    ja: '証跡の連鎖を検証する',
    en: 'verify the chain of marks',
  },
  'partner:read': {
    kinds: operators,
    services: ['identity'],
    ja: '取引先を一覧する',
    en: 'list partners',
  },
  'partner:change': {
    kinds: operators,
    services: ['identity'],
    ja: '取引先と認証情報を変更する',
    en: 'change partners and their credentials',
  },
} as const satisfies Record<string, ActionRule>;

/** What can be allowed; `<object>:<verb>`. */
export type Action = keyof typeof policy;

/** True where partners of `kind` may do `action`. */
export function mayDo(kind: PartnerKind, action: Action): boolean {
  const kinds: readonly PartnerKind[] = policy[action].kinds;
  return kinds.includes(kind);
}
