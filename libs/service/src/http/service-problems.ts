import type { ProblemKind } from '@daiko/contracts';

/** What every service can refuse before a controller sees the request. */
export const serviceProblems = {
  requestInvalid: {
    code: 'service.request-invalid',
    status: 400,
    title: { ja: '要求の形が正しくありません', en: 'Request not well formed' },
    detail: {
      ja: '要求を読めませんでした。該当箇所: {places}',
      en: 'The request could not be read. Where: {places}',
    },
    remedy: {
      ja: '/openapi.json に示す形で送ってください。',
      en: 'Send it in the form that /openapi.json shows.',
    },
  },
  notFound: {
    code: 'service.not-found',
    status: 404,
    title: { ja: '見つかりません', en: 'Not found' },
    detail: { ja: 'このアドレスには何もありません。', en: 'There is nothing at this address.' },
    remedy: {
      ja: 'アドレスとメソッドを /openapi.json で確かめてください。',
      en: 'Check the address and the method against /openapi.json.',
    },
  },
  bodyTooLarge: {
    code: 'service.body-too-large',
    status: 413,
    title: { ja: '本文が大きすぎます', en: 'Body too large' },
    detail: {
      ja: '本文の上限は{limitBytes}バイトです。',
      en: 'The limit of the body is {limitBytes} bytes.',
    },
    remedy: { ja: '分けて送ってください。', en: 'Send it in parts.' },
  },
  mediaTypeUnsupported: {
    code: 'service.media-type-unsupported',
    status: 415,
    title: { ja: '本文の種類を扱えません', en: 'Media type not supported' },
    detail: {
      ja: 'このContent-Typeの本文は受け付けません。',
      en: 'A body of this Content-Type is not taken.',
    },
    remedy: {
      ja: '/openapi.json に示すContent-Typeで送ってください。',
      en: 'Send it with the Content-Type that /openapi.json shows.',
    },
  },
  unavailable: {
    code: 'service.unavailable',
    status: 503,
    title: { ja: 'いまは応じられません', en: 'Not available now' },
    detail: {
      ja: '内部の都合で処理できませんでした。何も保存していません。照会番号: {faultNumber}',
      en: 'We could not process the request. Nothing was kept. Reference: {faultNumber}',
    },
    remedy: {
      ja: 'Retry-Afterの秒数だけ待って、もう一度送ってください。',
      en: 'Wait for the seconds in Retry-After, then send again.',
    },
  },
  fault: {
    code: 'service.fault',
    status: 500,
    title: { ja: '内部の障害です', en: 'A fault of ours' },
    detail: {
      ja: '内部の障害で処理できませんでした。照会番号: {faultNumber}',
      en: 'A fault of ours kept us from processing the request. Reference: {faultNumber}',
    },
    remedy: {
      ja: '時間をおいて再度お試しください。続くときは照会番号を添えて代行機関に連絡してください。',
      en: 'Try again later. If it persists, tell the agency the reference.',
    },
  },
} as const satisfies Record<string, ProblemKind>;
