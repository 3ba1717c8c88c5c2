import {
  agencyKeys,
  defineConfig,
  objectStoreKeys,
  privateKeysKeys,
  publicKeysKeys,
  schemasKeys,
} from '@daiko/service';

/** What routing is told by its environment. */
export const config = defineConfig({
  ...objectStoreKeys,
  ...publicKeysKeys,
  ...privateKeysKeys,
  ...agencyKeys,
  ...schemasKeys,
  DAIKO_ROUTING_SEAL_INTERVAL_SECONDS: {
    kind: 'integer',
    default: 0,
    min: 0,
    max: 31 * 86_400,
    ja: '送付単位と返戻を自動で締める間隔（秒）。0のときは指示されたときだけ締める。',
    en: 'Seconds between sealings of bundles and returns; 0: only on command.',
  },
  DAIKO_ROUTING_SWEEP_INTERVAL_SECONDS: {
    kind: 'integer',
    default: 3600,
    min: 60,
    max: 7 * 86_400,
    ja: '行のないオブジェクトを片付ける間隔（秒）。',
    en: 'Seconds between sweeps of objects without a row.',
  },
  DAIKO_ROUTING_CORRECTION_MONTHS: {
    kind: 'integer',
    default: 12,
    min: 1,
    max: 120,
    ja: '決済済の記録の過誤返戻（種別5）を受け付ける月数（R008）。契約の期限に合わせる。',
    en: 'Months after settlement in which a settled record may come back (種別 5, R008); as the contract says.',
  },
  DAIKO_ROUTING_LEASE_SECONDS: {
    kind: 'integer',
    default: 30,
    min: 1,
    max: 3600,
    ja: '一つのプロセスが作成中の送付単位を占有する時間（秒）。作成中は延長される。',
    en: 'Seconds for which a process has a document to itself while it builds; renewed while it does.',
  },
});
