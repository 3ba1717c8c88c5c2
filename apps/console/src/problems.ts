import type { ProblemKind } from '@daiko/contracts';

/** What the front door itself can refuse. */
export const frontDoorProblems = {
  serviceAway: {
    code: 'console.service-away',
    status: 503,
    title: { ja: 'サービスが応答しません', en: 'Service away' },
    detail: {
      ja: 'サービス {service} に接続できません。',
      en: 'The service {service} cannot be reached.',
    },
    remedy: {
      ja: 'Retry-Afterの秒数だけ待って、もう一度送ってください。',
      en: 'Wait for the seconds in Retry-After, then send again.',
    },
  },
  serviceSilent: {
    code: 'console.service-silent',
    status: 504,
    title: { ja: 'サービスの応答がありません', en: 'Service silent' },
    detail: {
      ja: 'サービス {service} が時間内に応答しませんでした。',
      en: 'The service {service} did not answer in time.',
    },
    remedy: {
      ja: '結果を照会してから、必要ならもう一度送ってください。',
      en: 'Look up the result, then send again if needed.',
    },
  },
} as const satisfies Record<string, ProblemKind>;
