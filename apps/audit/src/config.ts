import { defineConfig } from '@daiko/service';

export const config = defineConfig({
  DAIKO_AUDIT_CHECKPOINT_KEY_FOLDER: {
    kind: 'text',
    pattern: /^\//,
    ja: 'チェックポイントの署名鍵のフォルダー（絶対パス。無ければ作ります）。',
    en: 'Folder of the keys that sign checkpoints (absolute path; created where it is missing).',
  },
  DAIKO_AUDIT_CHECKPOINT_INTERVAL_SECONDS: {
    kind: 'integer',
    default: 30,
    min: 1,
    max: 3600,
    ja: 'チェックポイントに署名する最短の間隔（秒）。',
    en: 'Shortest time between two signed checkpoints, seconds.',
  },
  DAIKO_AUDIT_GAP_WINDOW_SECONDS: {
    kind: 'integer',
    default: 300,
    min: 1,
    max: 86_400,
    ja: '予告された証跡が届かないとき、欠落とみなすまでの時間（秒）。',
    en: 'Time after which a mark that was announced and did not arrive counts as missing, seconds.',
  },
});
export type AuditKeys = typeof config.keys;
