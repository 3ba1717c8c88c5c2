import {
  agencyKeys,
  defineConfig,
  inspectionSettingsKeys,
  objectStoreKeys,
  publicKeysKeys,
} from '@daiko/service';

/** Settings of intake (受領). */
export const config = defineConfig({
  ...objectStoreKeys,
  ...publicKeysKeys,
  ...agencyKeys,
  ...inspectionSettingsKeys,
  DAIKO_INTAKE_SCANNER: {
    kind: 'choice',
    choices: ['clamd', 'none'],
    default: 'clamd',
    ja: 'マルウェア検査の方法。noneでは検査せず、受領証と/v1/statusにその旨が出ます。',
    en: 'How archives are scanned for malware. With none they are not, and receipts and /v1/status say so.',
  },
  DAIKO_INTAKE_CLAMD_HOST: {
    kind: 'text',
    default: '127.0.0.1',
    max: 253,
    ja: 'clamdのホスト。',
    en: 'Host of clamd.',
  },
  DAIKO_INTAKE_CLAMD_PORT: {
    kind: 'port',
    default: 3310,
    ja: 'clamdのポート。',
    en: 'Port of clamd.',
  },
  DAIKO_INTAKE_SCANNER_SIGNATURES: {
    kind: 'choice',
    choices: ['official', 'test-only'],
    default: 'official',
    ja: 'clamdの定義ファイル。test-onlyは試験用の署名だけです。',
    en: 'Signatures that clamd has. test-only finds drills only.',
  },
  DAIKO_INTAKE_WATCH_FOLDER: {
    kind: 'folder',
    optional: true,
    ja: '監視フォルダーの根。中に取引先番号ごとのフォルダーを置きます。空なら使いません。',
    en: 'Root of the watch folders, one folder a partner number inside. Empty: none.',
  },
  DAIKO_INTAKE_WATCH_INTERVAL_MS: {
    kind: 'integer',
    default: 1000,
    min: 50,
    max: 3_600_000,
    ja: '監視フォルダーを見る間隔（ミリ秒）。',
    en: 'Interval between looks into the watch folders, ms.',
  },
  DAIKO_INTAKE_RECEIPT_KEY_FOLDER: {
    kind: 'folder',
    ja: '受領証に署名する鍵のフォルダー。無ければ鍵を作ります。',
    en: 'Folder of the key that signs receipts; a key is made where there is none.',
  },
  DAIKO_INTAKE_UPLOAD_BYTES_MAX: {
    kind: 'integer',
    default: 4_000_000_000,
    min: 1000,
    max: 1_000_000_000_000,
    ja: '1回の送付の上限（バイト）。clamdのStreamMaxLengthより小さくします。',
    en: 'Limit of one upload, bytes; below StreamMaxLength of clamd.',
  },
  DAIKO_INTAKE_UPLOADS_AT_ONCE_MAX: {
    kind: 'integer',
    default: 8,
    min: 1,
    max: 1000,
    ja: '1プロセスで同時に処理する送付の上限。1件につき最大20MiBほどのメモリーを使います。',
    en: 'Uploads that one process takes at once; each needs up to some 20 MiB of memory.',
  },
  DAIKO_INTAKE_LEASE_SECONDS: {
    kind: 'integer',
    default: 30,
    min: 2,
    max: 3600,
    ja: '受信中の送付が、Idempotency-Keyを占有する時間（秒）。受信中は延長され、プロセスが落ちると切れる。',
    en: 'Seconds for which an upload under way has its Idempotency-Key to itself; renewed while it runs, lapses after a crash.',
  },
  DAIKO_INTAKE_BACKLOG_RECORDS_MAX: {
    kind: 'integer',
    default: 5_000_000,
    min: 1,
    max: 1_000_000_000,
    ja: '点検待ちの記録がこの件数を超えると、新しい送付を待たせます。',
    en: 'Above this many records not judged yet, new uploads are asked to come later.',
  },
  DAIKO_INTAKE_SWEEPER: {
    kind: 'choice',
    choices: ['on', 'off'],
    default: 'on',
    ja: '行のない本文の掃除。データベースを復元した後は、確かめるまでoffにします。',
    en: 'Removal of payloads without a row. After a restore of the database keep it off until all is checked.',
  },
  DAIKO_INTAKE_SWEEP_GRACE_SECONDS: {
    kind: 'integer',
    default: 3600,
    min: 0,
    max: 2_592_000,
    ja: '掃除の対象になるまでの猶予（秒）。',
    en: 'Age from which a payload without a row is removed, seconds.',
  },
});

/** Keys of intake's settings. */
export type IntakeConfig = (typeof config)['keys'];
