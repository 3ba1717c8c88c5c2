import {
  agencyKeys,
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
  DAIKO_INSPECTION_SECOND_OPINION: {
    kind: 'choice',
    choices: ['libxml2', 'none'],
    default: 'libxml2',
    ja: '様式の判定についての第二の判定。libxml2 を用意できなければ起動しない。none は無しで動く（計器 daiko_inspection_second_opinion_absent が1になる）。',
    en: 'Second opinion on what schemas say. With libxml2 the service does not start without it; none runs without (the metric daiko_inspection_second_opinion_absent is 1).',
  },
  DAIKO_INSPECTION_SECOND_OPINION_SHARE: {
    kind: 'integer',
    default: 500,
    min: 1,
    max: 1_000_000,
    ja: '第二の判定にかける合格文書の割合（この数に1つ）。様式に反する文書は必ずかける。提出を引き取ったときの値がその提出に使われる。',
    en: 'One in so many valid documents is shown to the second opinion, every invalid one is. A submission keeps the value it was taken over with.',
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
export type InspectionKeys = typeof keys;
