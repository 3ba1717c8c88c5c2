import { defineConfig } from '@daiko/service';

const keys = {
  DAIKO_BILLING_PERSON_DIGEST_KEY_FILE: {
    kind: 'file-secret',
    ja: '個人を照合するための鍵（32バイトの16進数）を収めたファイル。inspection と同じ鍵。',
    en: 'File with the key of the person digest (32 bytes, hexadecimal), the same as of inspection.',
  },
} as const;

export const config = defineConfig(keys);
export type BillingKeys = typeof keys;
