import type { ProblemKind } from '@daiko/contracts';

export const noCheckpoint: ProblemKind = {
  code: 'audit.no-checkpoint',
  status: 404,
  title: { ja: 'チェックポイントはまだありません', en: 'No checkpoint yet' },
  detail: {
    ja: '証跡がまだ一件もないため、署名したチェックポイントがありません。',
    en: 'No mark has been taken in yet, so no checkpoint has been signed.',
  },
  remedy: { ja: '数秒待って、もう一度取得してください。', en: 'Wait a few seconds and fetch it again.' },
};
