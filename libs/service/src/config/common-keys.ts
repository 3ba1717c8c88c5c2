import type { ConfigKeys } from './config-key.js';

/** Read by every service. */
export const commonKeys = {
  DAIKO_DATABASE_HOST: {
    kind: 'text',
    default: '127.0.0.1',
    max: 253,
    ja: 'データベースのホスト。',
    en: 'Host of the database.',
  },
  DAIKO_DATABASE_PORT: {
    kind: 'port',
    default: 5432,
    ja: 'データベースのポート。',
    en: 'Port of the database.',
  },
  DAIKO_DATABASE_NAME: {
    kind: 'text',
    default: 'daiko',
    max: 63,
    ja: 'データベース名。',
    en: 'Name of the database.',
  },
  DAIKO_DATABASE_USER: {
    kind: 'text',
    max: 63,
    ja: 'このサービスのデータベースロール。',
    en: 'Database role of this service.',
  },
  DAIKO_DATABASE_PASSWORD_FILE: {
    kind: 'file-secret',
    ja: 'そのロールのパスワードを収めたファイル。',
    en: 'File with the password of that role.',
  },
  DAIKO_DATABASE_CONNECTIONS_MAX: {
    kind: 'integer',
    default: 10,
    min: 2,
    max: 100,
    ja: '同時に開くデータベース接続数の上限。',
    en: 'Most database connections open at a time.',
  },
  DAIKO_BROKER_URL_FILE: {
    kind: 'file-secret',
    ja: 'ブローカーの接続URL（パスワードを含む）を収めたファイル。',
    en: 'File with the URL of the broker, password included.',
  },
  DAIKO_INBOX_DAYS: {
    kind: 'integer',
    default: 35,
    min: 7,
    max: 3650,
    ja: '処理済みのメッセージを覚えておく日数。これより後の再配信は、処理の結果そのものの重複防止で無害です。',
    en: 'Days for which handled messages are remembered. What comes again later is harmless by the keys of its effects.',
  },
  DAIKO_HTTP_PORT: {
    kind: 'port',
    ja: 'このサービスが127.0.0.1で待ち受けるポート。',
    en: 'Port on 127.0.0.1 where this service listens.',
  },
  DAIKO_LOG_LEVEL: {
    kind: 'choice',
    choices: ['error', 'warn', 'info', 'debug'],
    default: 'info',
    ja: 'ログの細かさ。',
    en: 'How much is logged.',
  },
  DAIKO_CRASH_POINTS: {
    kind: 'folder',
    optional: true,
    ja: '障害試験だけに使うフォルダー。設定すると、そこに書かれた障害をこのプロセスが自分に起こします。本番では決して設定しません。',
    en: 'Folder of a fault run: this process does itself the harm that is written there. Tests only, never set in production.',
  },
} as const satisfies ConfigKeys;

/** Read by `--migrate`: the role that owns the schema. */
export const migrationKeys = {
  DAIKO_DATABASE_HOST: commonKeys.DAIKO_DATABASE_HOST,
  DAIKO_DATABASE_PORT: commonKeys.DAIKO_DATABASE_PORT,
  DAIKO_DATABASE_NAME: commonKeys.DAIKO_DATABASE_NAME,
  DAIKO_DATABASE_OWNER_USER: {
    kind: 'text',
    max: 63,
    ja: 'スキーマの所有者のデータベースロール。',
    en: 'Database role that owns the schema.',
  },
  DAIKO_DATABASE_OWNER_PASSWORD_FILE: {
    kind: 'file-secret',
    ja: '所有者ロールのパスワードを収めたファイル。',
    en: 'File with the password of the owner role.',
  },
} as const satisfies ConfigKeys;

/** Spread into the keys of a service that works with the object store. */
export const objectStoreKeys = {
  DAIKO_OBJECT_STORE_ENDPOINT: {
    kind: 'text',
    pattern: /^https?:\/\/[^/\s]+$/,
    ja: 'オブジェクトストアのURL（http://ホスト:ポート）。',
    en: 'URL of the object store (http://host:port).',
  },
  DAIKO_OBJECT_STORE_REGION: {
    kind: 'text',
    default: 'us-east-1',
    max: 60,
    ja: 'オブジェクトストアのリージョン。',
    en: 'Region of the object store.',
  },
  DAIKO_OBJECT_STORE_BUCKET: {
    kind: 'text',
    default: 'daiko',
    max: 63,
    ja: 'バケット名。',
    en: 'Name of the bucket.',
  },
  DAIKO_OBJECT_STORE_ACCESS_KEY_FILE: {
    kind: 'file-secret',
    ja: 'アクセスキーを収めたファイル。',
    en: 'File with the access key.',
  },
  DAIKO_OBJECT_STORE_SECRET_KEY_FILE: {
    kind: 'file-secret',
    ja: 'シークレットキーを収めたファイル。',
    en: 'File with the secret key.',
  },
} as const satisfies ConfigKeys;

/** Spread into the keys of a service that seals payloads. */
export const publicKeysKeys = {
  DAIKO_KEYS_PUBLIC_FOLDER: {
    kind: 'folder',
    ja: '公開鍵のフォルダー。',
    en: 'Folder of the public keys.',
  },
} as const satisfies ConfigKeys;

/** Spread into the keys of inspection, routing and billing: they open payloads. */
export const privateKeysKeys = {
  DAIKO_KEYS_PRIVATE_FOLDER: {
    kind: 'folder',
    ja: '秘密鍵のフォルダー（このサービスだけが読めること）。',
    en: 'Folder of the private keys, readable by this service alone.',
  },
} as const satisfies ConfigKeys;

/** Spread into the keys of a service that judges: both must be told the same file, so both have the same key. */
export const inspectionSettingsKeys = {
  DAIKO_INSPECTION_SETTINGS_FILE: {
    kind: 'file',
    optional: true,
    ja: '点検の設定（重大度、保険者の条件など）のJSONファイル。空なら既定値。受領と点検に同じものを指定します。',
    en: 'JSON file with the settings of the rules (severities, terms of insurers, …); empty: the defaults. The same for intake and inspection.',
  },
} as const satisfies ConfigKeys;

/** Spread into the keys of a service that judges by schemas or sends them: all must use the same set. */
export const schemasKeys = {
  DAIKO_SCHEMAS_FOLDER: {
    kind: 'folder',
    optional: true,
    ja: '取り込んだ様式（XSD）のフォルダー（「daiko schemas import」が書く）。空なら自前の様式。点検と送付に同じものを指定します。',
    en: 'Folder of the imported schemas, as written by "daiko schemas import"; empty: our own. The same for inspection and routing.',
  },
} as const satisfies ConfigKeys;

/** Spread into the keys of a service that must know which 代行機関 it works for. */
export const agencyKeys = {
  DAIKO_AGENCY_NUMBER: {
    kind: 'text',
    pattern: /^9\d{7}$/,
    max: 8,
    ja: '代行機関番号（9で始まる8桁）。',
    en: 'Number of the agency (代行機関番号), 8 digits that begin with 9.',
  },
} as const satisfies ConfigKeys;
