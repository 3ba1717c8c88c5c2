import {
  agencyKeys,
  type ConfigValues,
  defineConfig,
  inspectionSettingsKeys,
  objectStoreKeys,
  privateKeysKeys,
  publicKeysKeys,
  schemasKeys,
} from '@daiko/service';

const keys = {
  ...agencyKeys,
  ...inspectionSettingsKeys,
  ...schemasKeys,
  ...objectStoreKeys,
  ...publicKeysKeys,
  ...privateKeysKeys,
  DAIKO_INSPECTION_PERSON_DIGEST_KEY_FILE: {
    kind: 'file-secret',
    ja: '個人を照合するための鍵（32バイトの16進数）を収めたファイル。',
    en: 'File with the key of the person digest (32 bytes, hexadecimal).',
  },
  DAIKO_INSPECTION_CHUNK_RECORDS: {
    kind: 'integer',
    default: 256,
    min: 1,
    max: 1000,
    ja: '一つのチャンクで点検する記録の数。',
    en: 'Records inspected in one chunk.',
  },
  DAIKO_INSPECTION_OPEN_ARCHIVES_MAX: {
    kind: 'integer',
    default: 2,
    min: 1,
    max: 16,
    ja: '目録をメモリに保持するアーカイブの数。',
    en: 'Archives whose directory is kept in memory.',
  },
  DAIKO_INSPECTION_SWEEP_SECONDS: {
    kind: 'integer',
    default: 3600,
    min: 10,
    max: 86_400,
    ja: '行のないオブジェクトを除く間隔（秒）。',
    en: 'Interval at which objects without a row are removed, seconds.',
  },
} as const;

export const config = defineConfig(keys);
export type InspectionConfig = ConfigValues<typeof keys>;
export type InspectionKeys = typeof keys;
