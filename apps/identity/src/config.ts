import { defineConfig } from '@daiko/service';

/** Settings of identity. */
export const config = defineConfig({
  DAIKO_IDENTITY_OPERATOR_VERIFIER_FILE: {
    kind: 'file-secret',
    optional: true,
    ja: '最初の運用者の認証情報（JSON: {"credentialId", "verifier"}）。鍵を失ったときの復旧にも使います。',
    en: 'Credential of the first operator (JSON: {"credentialId", "verifier"}); also the way back in when its key is lost.',
  },
  DAIKO_IDENTITY_HEARTBEAT_SECONDS: {
    kind: 'integer',
    default: 60,
    min: 1,
    max: 3600,
    ja: '取引先台帳が生きていることを他のサービスへ知らせる間隔（秒）。',
    en: 'Seconds between two messages that tell the other services that the directory is alive.',
  },
});

/** Keys of identity's settings. */
export type IdentityConfig = (typeof config)['keys'];
