import type { ProblemKind } from '@daiko/contracts';

export const queryNotFound: ProblemKind = {
  code: 'inspection.query-not-found',
  status: 404,
  title: { ja: '確認依頼がありません', en: 'No such query' },
  detail: {
    ja: '受付{submissionId}の記録{index}に未回答の確認依頼はありません。',
    en: 'Record {index} of submission {submissionId} has no open query.',
  },
  remedy: {
    ja: '「daiko queries list」で未回答の一覧を確認してください。',
    en: 'See the open ones with "daiko queries list".',
  },
};

export const reasonNeeded: ProblemKind = {
  code: 'inspection.return-reason-needed',
  status: 422,
  title: { ja: '返戻理由が必要です', en: 'A return needs a reason' },
  detail: {
    ja: '返戻には別表9の理由コード（01～09）と100文字以内の内容を指定してください。',
    en: 'A return needs a reason code of 別表9 (01 to 09) and a text of at most 100 characters.',
  },
  remedy: {
    ja: '理由コードと内容を指定してもう一度実行してください。',
    en: 'Give the code and the text and try again.',
  },
};

export const submissionNotFound: ProblemKind = {
  code: 'inspection.submission-not-found',
  status: 404,
  title: { ja: '受付がありません', en: 'No such submission' },
  detail: {
    ja: '受付{submissionId}は点検に届いていません。',
    en: 'Submission {submissionId} has not reached inspection.',
  },
  remedy: {
    ja: '受付番号から受付IDを確認してください。受信直後の場合は少し待ってください。',
    en: 'Check the id; if the archive has just arrived, wait a moment.',
  },
};
