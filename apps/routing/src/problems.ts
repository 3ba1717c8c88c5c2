import type { ProblemKind } from '@daiko/contracts';

/** What routing can refuse. */
export const routingProblems = {
  bundleUnknown: {
    code: 'routing.bundle-unknown',
    status: 404,
    title: { ja: '送付単位がありません', en: 'No such bundle' },
    detail: {
      ja: '指定の送付単位は、貴保険者宛てにはありません。',
      en: 'There is no bundle of that id for you.',
    },
    remedy: {
      ja: '/v1/bundles の一覧で番号を確かめてください。',
      en: 'Check the id in the list at /v1/bundles.',
    },
  },
  returnUnknown: {
    code: 'routing.return-unknown',
    status: 404,
    title: { ja: '返戻がありません', en: 'No such return' },
    detail: {
      ja: '指定の返戻は、貴機関宛てにはありません。',
      en: 'There is no return of that id for you.',
    },
    remedy: {
      ja: '/v1/returns の一覧で番号を確かめてください。',
      en: 'Check the id in the list at /v1/returns.',
    },
  },
  contentWithdrawn: {
    code: 'routing.content-withdrawn',
    status: 410,
    title: { ja: '取り消された送付単位です', en: 'Bundle taken back' },
    detail: {
      ja: '送付単位 {name} は取り消されました。記録は別の送付単位で送付します。',
      en: 'Bundle {name} was taken back. Its records are sent in another bundle.',
    },
    remedy: {
      ja: '/v1/bundles の一覧から新しい送付単位を取得してください。',
      en: 'Download the new bundle from the list at /v1/bundles.',
    },
  },
  digestDiffers: {
    code: 'routing.digest-differs',
    status: 409,
    title: { ja: 'ダイジェストが一致しません', en: 'Digest differs' },
    detail: {
      ja: '受領確認のSHA-256が、{name} のものと一致しません。',
      en: 'The SHA-256 of the acknowledgement is not that of {name}.',
    },
    remedy: {
      ja: 'もう一度取得し、全体のSHA-256を計算し直して受領確認を送ってください。',
      en: 'Download it again, compute the SHA-256 of the whole file and send the acknowledgement anew.',
    },
  },
  bundleVoided: {
    code: 'routing.bundle-voided',
    status: 409,
    title: { ja: '取消済みの送付単位です', en: 'Bundle already taken back' },
    detail: {
      ja: '送付単位 {name} は取り消されており、受領確認できません。',
      en: 'Bundle {name} was taken back and cannot be acknowledged.',
    },
    remedy: {
      ja: '新しい送付単位を取得し、そちらの受領を確認してください。',
      en: 'Download the new bundle and acknowledge that one.',
    },
  },
  bundleAcknowledged: {
    code: 'routing.bundle-acknowledged',
    status: 409,
    title: { ja: '受領確認済みの送付単位です', en: 'Bundle already acknowledged' },
    detail: {
      ja: '送付単位 {name} は受領確認済みのため、差し戻せません。',
      en: 'Bundle {name} was acknowledged and cannot be refused.',
    },
    remedy: {
      ja: '誤りのある記録は、過誤返戻（種別4・5）として代行機関に送ってください。',
      en: 'Send records that are wrong back to the agency as an insurer’s return (種別 4, 5).',
    },
  },
  tooManyDownloads: {
    code: 'routing.too-many-downloads',
    status: 429,
    title: { ja: '同時の取得が多すぎます', en: 'Too many downloads at once' },
    detail: {
      ja: '同時に取得できるのは{downloadsConcurrentMax}件までです。',
      en: 'At most {downloadsConcurrentMax} downloads run at once.',
    },
    remedy: {
      ja: '進行中の取得が終わってから、もう一度送ってください。',
      en: 'Wait until one has ended, then ask again.',
    },
  },
  rangeNotSatisfiable: {
    code: 'routing.range-not-satisfiable',
    status: 416,
    title: { ja: '範囲がファイルの外です', en: 'Range outside the file' },
    detail: {
      ja: '要求された範囲は {sizeBytes} バイトのファイルの外にあります。',
      en: 'The range asked for lies outside the file of {sizeBytes} bytes.',
    },
    remedy: {
      ja: 'Rangeヘッダーを正しくするか、外して送ってください。',
      en: 'Correct the Range header or leave it out.',
    },
  },
} as const satisfies Record<string, ProblemKind>;
