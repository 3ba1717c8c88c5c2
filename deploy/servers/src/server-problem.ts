/** Why a private server could not be provided; closed list, stable. */
export type ServerProblemCode =
  | 'architecture-not-supported'
  | 'disk-full'
  | 'package-not-available'
  | 'port-taken'
  | 'python-missing'
  | 'servers-in-use'
  | 'server-failed'
  | 'memory-folder-missing'
  | 'file-system-not-suitable'
  | 'engine-not-ready'
  | 'image-not-available'
  | 'servers-begun-otherwise';

const remedies: Record<ServerProblemCode, { ja: string; en: string }> = {
  'architecture-not-supported': {
    ja: 'Linux の x64 または arm64 の機械で実行するか、Docker Compose を使ってください（docs/operations/install.md）。',
    en: 'Run on Linux x64 or arm64, or with Docker Compose (docs/operations/install.md).',
  },
  'disk-full': {
    ja: '空き容量を 1.5 GB 以上にしてから、もう一度実行してください。',
    en: 'Free at least 1.5 GB of disk space and try again.',
  },
  'package-not-available': {
    ja: 'ネットワークと apt の設定を確認して再実行してください。',
    en: 'Check the network and the apt sources and try again.',
  },
  'port-taken': {
    ja: 'そのポートを使うプログラムを止めるか、状態フォルダーの ports.json を消して再実行してください。',
    en: 'Stop the program that uses the port, or delete ports.json in the state folder, and try again.',
  },
  'python-missing': {
    ja: 'Debian の python3 (apt-get install python3) を入れてください。',
    en: "Install Debian's own python3 (apt-get install python3).",
  },
  'servers-in-use': {
    ja: '同じフォルダーを使う実行が終わるのを待つか、それを止めてください。',
    en: 'Wait for the run that uses this folder to end, or stop it.',
  },
  'server-failed': {
    ja: '状態フォルダーの log（コンテナは docker logs）を確認し、もう一度実行してください。',
    en: 'Look into the log folder of the state folder (docker logs for containers), then try again.',
  },
  'memory-folder-missing': {
    ja: '/dev/shm を tmpfs として用意してください（検査中の平文をディスクに置かないため）。',
    en: 'Provide /dev/shm as tmpfs (so that clear text under scan never reaches the disk).',
  },
  'file-system-not-suitable': {
    ja: '拡張属性 (user xattr) を使えるディスクにチェックアウトを置いてください。',
    en: 'Put the checkout on a disk with user extended attributes.',
  },
  'engine-not-ready': {
    ja: 'Docker（Compose 2.23.1 以降）を起動して再実行するか、データを消去して専用サーバーで始めてください（daiko down --purge、DAIKO_SERVERS=native）。',
    en: 'Start Docker (Compose 2.23.1 or later) and try again, or begin anew on native servers (daiko down --purge, DAIKO_SERVERS=native).',
  },
  'image-not-available': {
    ja: 'ネットワークとレジストリーを確認して再実行するか、docker load でイメージを入れてください。',
    en: 'Check the network and the registry and try again, or bring the image with docker load.',
  },
  'servers-begun-otherwise': {
    ja: 'DAIKO_SERVERS の指定をやめるか、データを消去して始め直してください（daiko down --purge）。',
    en: 'Leave DAIKO_SERVERS unset, or remove the data and begin anew (daiko down --purge).',
  },
};

/** A reason why a private server cannot run that the operator can mend; one line of what and remedy, ja and en. */
export class ServerProblem extends Error {
  readonly ja: string;
  readonly en: string;

  constructor(
    readonly code: ServerProblemCode,
    readonly what: { ja: string; en: string },
    options?: ErrorOptions,
  ) {
    const ja = `${what.ja} ${remedies[code].ja}`;
    const en = `${what.en} ${remedies[code].en}`;
    super(`${ja} / ${en}`, options);
    this.name = 'ServerProblem';
    this.ja = ja;
    this.en = en;
  }
}
