import type { ProblemKind } from '@daiko/contracts';

/** What identity can refuse. */
export const identityProblems = {
  numberInvalid: {
    code: 'identity.number-invalid',
    status: 422,
    title: { ja: '番号が正しくありません', en: 'Number not valid' },
    detail: {
      ja: '{number} は {kind} の番号として使えません（{rule}）。',
      en: '{number} cannot be the number of a partner of kind {kind} ({rule}).',
    },
    remedy: {
      ja: '健診・保健指導機関は10桁、保険者は検証番号の合う8桁、運用者は英小文字で始まる英数字とハイフン2〜32字です。',
      en: 'Providers have 10 digits, insurers 8 with a right check digit, operators 2 to 32 of a-z, 0-9 and hyphen, beginning with a letter.',
    },
  },
  partnerExists: {
    code: 'identity.partner-exists',
    status: 409,
    title: { ja: '登録済みです', en: 'Partner exists' },
    detail: {
      ja: '番号 {number} の取引先はすでに登録されています。',
      en: 'A partner of number {number} is registered already.',
    },
    remedy: {
      ja: '鍵を替えるなら、認証情報の更新（rotate）を使ってください。',
      en: 'To change its key, rotate its credentials.',
    },
  },
  partnerUnknown: {
    code: 'identity.partner-unknown',
    status: 404,
    title: { ja: '取引先がありません', en: 'No such partner' },
    detail: {
      ja: '番号 {number} の取引先は登録されていません。',
      en: 'No partner of number {number} is registered.',
    },
    remedy: { ja: '番号を一覧で確かめてください。', en: 'Check the number in the list of partners.' },
  },
  credentialUnknown: {
    code: 'identity.credential-unknown',
    status: 404,
    title: { ja: '認証情報がありません', en: 'No such credential' },
    detail: {
      ja: '取引先 {number} に認証情報 {credentialId} はありません。',
      en: 'Partner {number} has no credential {credentialId}.',
    },
    remedy: {
      ja: '取引先の照会で認証情報の番号を確かめてください。',
      en: 'Look the credential id up in the partner.',
    },
  },
  twoCredentials: {
    code: 'identity.two-credentials',
    status: 409,
    title: { ja: '鍵がすでに二つ有効です', en: 'Two keys are valid already' },
    detail: {
      ja: '取引先 {number} の鍵は二つとも有効です。先に終わる鍵は {validUntil} まで有効です。',
      en: 'Both keys of partner {number} are valid; the first to end is valid until {validUntil}.',
    },
    remedy: {
      ja: '一方を失効させるか、その時刻を待ってから更新してください。',
      en: 'Revoke one of them, or wait until then, and rotate again.',
    },
  },
  lastOperator: {
    code: 'identity.last-operator',
    status: 409,
    title: { ja: '最後の運用者です', en: 'Last operator' },
    detail: {
      ja: 'この変更で、有効な鍵を持つ運用者が一人もいなくなります。',
      en: 'After this change no operator would have a valid key.',
    },
    remedy: {
      ja: '先に別の運用者を登録するか、鍵を更新してください。',
      en: 'Register another operator or rotate the key first.',
    },
  },
} as const satisfies Record<string, ProblemKind>;
