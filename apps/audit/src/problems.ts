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

export const markUnknown: ProblemKind = {
  code: 'audit.mark-unknown',
  status: 404,
  title: { ja: '証跡が見つかりません', en: 'Mark not found' },
  detail: { ja: '証跡 {markId} はありません。', en: 'There is no mark {markId}.' },
  remedy: {
    ja: '証跡の一覧（/v1/marks）でIDを確かめてください。',
    en: 'Check the id against the list of marks (/v1/marks).',
  },
};

export const markNotSigned: ProblemKind = {
  code: 'audit.mark-not-signed',
  status: 409,
  title: { ja: 'まだチェックポイントに入っていません', en: 'Not in a checkpoint yet' },
  detail: {
    ja: '証跡 {markId} を含むチェックポイントは、まだ署名されていません。',
    en: 'No checkpoint that holds mark {markId} has been signed yet.',
  },
  remedy: {
    ja: 'Retry-Afterの秒数だけ待って、もう一度取得してください。',
    en: 'Wait for the seconds in Retry-After, then fetch it again.',
  },
};
