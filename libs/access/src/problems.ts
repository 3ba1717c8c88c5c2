import type { ProblemKind } from '@daiko/contracts';

/** What the guard of every service can refuse. */
export const accessProblems = {
  credentialMissing: {
    code: 'access.credential-missing',
    status: 401,
    title: { ja: '認証情報がありません', en: 'No credential' },
    detail: {
      ja: 'Authorization ヘッダーに「Bearer dk_…」の形の鍵がありません。',
      en: 'The Authorization header holds no key of the form "Bearer dk_…".',
    },
    remedy: {
      ja: '発行された鍵をAuthorizationヘッダーに付けて送ってください。',
      en: 'Send the key you were given in the Authorization header.',
    },
  },
  credentialUnknown: {
    code: 'access.credential-unknown',
    status: 401,
    title: { ja: '認証できません', en: 'Credential not accepted' },
    detail: {
      ja: 'この鍵は登録されていないか、失効しています。',
      en: 'This key is not registered or was revoked.',
    },
    remedy: {
      ja: '鍵を写し間違えていないか確かめ、直らなければ代行機関に再発行を求めてください。',
      en: 'Check that the key was copied whole; otherwise ask the agency for a new one.',
    },
  },
  credentialExpired: {
    code: 'access.credential-expired',
    status: 401,
    title: { ja: '鍵の有効期間外です', en: 'Key outside its period of validity' },
    detail: {
      ja: '鍵 {credentialId} は、いま有効ではありません。',
      en: 'Key {credentialId} is not valid now.',
    },
    remedy: {
      ja: '新しい鍵に切り替えるか、代行機関に再発行を求めてください。',
      en: 'Switch to the new key, or ask the agency for one.',
    },
  },
  partnerSuspended: {
    code: 'access.partner-suspended',
    status: 403,
    title: { ja: '取扱いを停止しています', en: 'Partner suspended' },
    detail: {
      ja: '取引先 {number} の取扱いは停止中です。',
      en: 'Partner {number} is suspended.',
    },
    remedy: { ja: '代行機関に問い合わせてください。', en: 'Ask the agency.' },
  },
  notAllowed: {
    code: 'access.not-allowed',
    status: 403,
    title: { ja: '許可されていません', en: 'Not allowed' },
    detail: {
      ja: '取引先 {number} は、この操作（{action}）を許可されていません。',
      en: 'Partner {number} may not do this ({action}).',
    },
    remedy: {
      ja: '操作に合う鍵を使っているか確かめてください。',
      en: 'Check that you use the key meant for this.',
    },
  },
  tooManyRequests: {
    code: 'access.too-many-requests',
    status: 429,
    title: { ja: '要求が多すぎます', en: 'Too many requests' },
    detail: {
      ja: '取引先 {number} の上限は毎分{requestsPerMinuteMax}件です。',
      en: 'The limit of partner {number} is {requestsPerMinuteMax} requests a minute.',
    },
    remedy: {
      ja: 'Retry-Afterの秒数だけ待って、もう一度送ってください。',
      en: 'Wait for the seconds in Retry-After, then send again.',
    },
  },
  directoryStale: {
    code: 'access.directory-stale',
    status: 503,
    title: { ja: 'いまは認証できません', en: 'Cannot authenticate now' },
    detail: {
      ja: '取引先の台帳の写しが24時間以内に確認されていません。',
      en: 'The copy of the partner directory was not confirmed within 24 hours.',
    },
    remedy: {
      ja: 'しばらく待って、もう一度送ってください。運用者は identity とブローカーの状態を確かめてください。',
      en: 'Wait and send again. Operators: check identity and the broker.',
    },
  },
} as const satisfies Record<string, ProblemKind>;
