import { defineConfig } from '@daiko/service';

export const config = defineConfig({
  DAIKO_INSPECTION_PERSON_DIGEST_KEY_FILE: {
    kind: 'file-secret',
    ja: '個人を照合するための鍵（32バイトの16進数）のファイル',
    en: 'file with the key of the person digest (32 bytes, hexadecimal)',
  },
  DAIKO_INSPECTION_CHUNK_RECORDS: {
    kind: 'integer',
    default: 256,
    min: 1,
    max: 1000,
    ja: '一つのチャンクで点検する記録の数',
    en: 'records inspected in one chunk',
  },
  DAIKO_INSPECTION_OPEN_ARCHIVES_MAX: {
    kind: 'integer',
    default: 2,
    min: 1,
    max: 16,
    ja: '目録をメモリに保持するアーカイブの数',
    en: 'archives whose directory is kept in memory',
  },
});
