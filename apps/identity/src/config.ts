import { defineConfig } from '@daiko/service';

/** Settings of identity. */
export const config = defineConfig({
  DAIKO_IDENTITY_OPERATOR_VERIFIER_FILE: {
    kind: 'file-secret',
    optional: true,
    ja: '最初の運用者の認証情報（JSON: {"credentialId", "verifier"}）。鍵を失ったときの復旧にも使います。',
    en: 'Credential of the first operator (JSON: {"credentialId", "verifier"}); also the way back in when its key is lost.',
  },
});
