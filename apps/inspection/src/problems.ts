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

export const archiveQueryNotFound: ProblemKind = {
  code: 'inspection.archive-query-not-found',
  status: 404,
  title: { ja: 'アーカイブ全体の確認依頼がありません', en: 'The archive asks nothing' },
  detail: {
    ja: '受付{submissionId}に、統計（B001～B004）の未回答の確認依頼はありません。',
    en: 'Submission {submissionId} has no open query on its statistics (B001 to B004).',
  },
  remedy: {
    ja: '「daiko queries archives」で未回答の一覧を確認してください。',
    en: 'See the open ones with "daiko queries archives".',
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

export const queryHasNoInsurer: ProblemKind = {
  code: 'inspection.query-has-no-insurer',
  status: 409,
  title: { ja: '照会する保険者が分かりません', en: 'There is no insurer to ask' },
  detail: {
    ja: '受付{submissionId}の記録{index}からは保険者番号を読み取れません。',
    en: 'Record {index} of submission {submissionId} names no insurer that can be read.',
  },
  remedy: {
    ja: '「daiko queries release」又は「daiko queries return」で決定してください。',
    en: 'Decide it with "daiko queries release" or "daiko queries return".',
  },
};

export const queryAlreadyAsked: ProblemKind = {
  code: 'inspection.query-already-asked',
  status: 409,
  title: { ja: '照会済みです', en: 'The insurer was asked already' },
  detail: {
    ja: '受付{submissionId}の記録{index}は保険者{insurerNumber}に照会済みです。',
    en: 'Record {index} of submission {submissionId} was put to insurer {insurerNumber} already.',
  },
  remedy: {
    ja: '回答を待つか、「daiko queries release」又は「daiko queries return」で決定してください。',
    en: 'Wait for the answer, or decide with "daiko queries release" or "daiko queries return".',
  },
};

export const questionNotFound: ProblemKind = {
  code: 'inspection.question-not-found',
  status: 404,
  title: { ja: '確認依頼がありません', en: 'No such query' },
  detail: {
    ja: '受付{submissionId}の記録{index}について、貴保険者への確認依頼はありません。',
    en: 'No query about record {index} of submission {submissionId} was put to you.',
  },
  remedy: {
    ja: '「daiko queries list」で未回答の一覧を確認してください。',
    en: 'See the open ones with "daiko queries list".',
  },
};

export const questionAnswered: ProblemKind = {
  code: 'inspection.question-answered',
  status: 409,
  title: { ja: '回答済みです', en: 'The query was answered already' },
  detail: {
    ja: '受付{submissionId}の記録{index}には{answeredAt}に回答済みです（{answer}）。',
    en: 'Record {index} of submission {submissionId} was answered at {answeredAt} ({answer}).',
  },
  remedy: {
    ja: '回答は変更できません。誤りのときは代行機関に連絡してください。',
    en: 'An answer cannot be changed; tell the agency where it was wrong.',
  },
};

export const questionClosed: ProblemKind = {
  code: 'inspection.question-closed',
  status: 409,
  title: { ja: '回答の受付は終わりました', en: 'The answer comes too late' },
  detail: {
    ja: '受付{submissionId}の記録{index}は代行機関が決定済みです。',
    en: 'The agency has decided record {index} of submission {submissionId} already.',
  },
  remedy: {
    ja: '送付された記録を戻すときは、種別4又は5で返戻してください。',
    en: 'To give back a record that was delivered, return it with 種別 4 or 5.',
  },
};

export const reasonOfInsurerNeeded: ProblemKind = {
  code: 'inspection.answer-reason-needed',
  status: 422,
  title: { ja: '返戻理由が必要です', en: 'A return needs a reason' },
  detail: {
    ja: '返戻には別表10の理由コード（01～09）を指定してください。09（その他）には内容も必要です。',
    en: 'A return needs a reason code of 別表10 (01 to 09), and 09 (other) a text as well.',
  },
  remedy: {
    ja: '理由コードと内容（100文字以内、個人が分かる内容は書かない）を指定してください。',
    en: 'Give the code, and a text of at most 100 characters that names nobody.',
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
