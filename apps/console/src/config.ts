import { commonKeys, defineConfig } from '@daiko/service';

/** Settings of the front door. */
export const config = defineConfig({
  DAIKO_FRONT_DOOR_HOST: {
    kind: 'text',
    default: '127.0.0.1',
    max: 253,
    ja: '待ち受けるアドレス。',
    en: 'Address to listen on.',
  },
  DAIKO_FRONT_DOOR_PORT: {
    kind: 'port',
    ja: '待ち受けるポート（TLS）。',
    en: 'Port to listen on, with TLS.',
  },
  DAIKO_FRONT_DOOR_CERTIFICATE_FILE: {
    kind: 'file-secret',
    ja: 'サーバー証明書（PEM）のファイル。',
    en: 'File with the server certificate, PEM.',
  },
  DAIKO_FRONT_DOOR_KEY_FILE: {
    kind: 'file-secret',
    ja: 'その秘密鍵（PEM）のファイル。',
    en: 'File with its private key, PEM.',
  },
  DAIKO_FRONT_DOOR_TARGETS: {
    kind: 'text',
    max: 2000,
    pattern: /^\{("(intake|inspection|routing|billing|audit|identity)":\d{1,5},?)+\}$/,
    ja: '各サービスのポート（JSON。例: {"intake":5001,"routing":5002}）。',
    en: 'Ports of the services, JSON without blanks, such as {"intake":5001,"routing":5002}.',
  },
  DAIKO_LOG_LEVEL: commonKeys.DAIKO_LOG_LEVEL,
});
