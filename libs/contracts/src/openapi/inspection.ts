import { jsonBody, jsonResponse, type OpenApiPart, problemResponses } from './document.js';
import { inspectionSchemas } from './inspection-schemas.js';

const refusals = problemResponses(400, 401, 403, 429, 503);
const submissionId = {
  name: 'submissionId',
  in: 'path',
  required: true,
  description: '受付ID / id of the submission',
  schema: { type: 'string', format: 'uuid' },
};
const recordIndex = { name: 'index', in: 'path', required: true, schema: { type: 'integer', minimum: 0 } };
const after = {
  name: 'after',
  in: 'query',
  description: '続きの位置 / cursor of the page before',
  schema: { type: 'string' },
};

/** Doubtful and held records, and the reports with their values; all for operators. */
export const inspectionPart: OpenApiPart = {
  tag: 'inspection',
  about: '確認依頼・保留・点検報告（運用者の鍵） / queries, held records, reports (operator key)',
  paths: {
    '/api/inspection/v1/masters': {
      get: {
        operationId: 'listHeldMasters',
        summary: '点検で使われている台帳・マスタの版（運用者）',
        description: 'Versions of masters by which submissions are judged from now on.',
        responses: {
          200: jsonResponse('一覧 / list', 'HeldMasters'),
          ...problemResponses(401, 403, 429, 503),
        },
      },
    },
    '/api/inspection/v1/queries': {
      get: {
        operationId: 'listQueries',
        summary: '未回答の確認依頼の一覧',
        description: 'Open queries in the order of submission and record; places and codes, no values.',
        parameters: [
          after,
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 500 } },
        ],
        responses: { 200: jsonResponse('一覧 / list', 'QueriesPage'), ...refusals },
      },
    },
    '/api/inspection/v1/queries/{submissionId}/{index}/decision': {
      post: {
        operationId: 'decideQuery',
        summary: '確認依頼の決定（合格または返戻）',
        description: 'Accepts the record, or returns it with a reason; once.',
        parameters: [submissionId, recordIndex],
        requestBody: jsonBody('QueryDecision'),
        responses: {
          200: jsonResponse('決定しました / decided', 'DecidedQuery'),
          ...refusals,
          ...problemResponses(404, 422),
        },
      },
    },
    '/api/inspection/v1/queries/{submissionId}/{index}/question': {
      post: {
        operationId: 'askInsurer',
        summary: '確認依頼を保険者に照会',
        description: 'Puts the query to the insurer of the record, once; it waits without keeping others.',
        parameters: [submissionId, recordIndex],
        responses: {
          201: jsonResponse('照会しました / asked', 'AskedQuestion'),
          ...refusals,
          ...problemResponses(404, 409),
        },
      },
    },
    '/api/inspection/v1/archive-queries': {
      get: {
        operationId: 'listArchiveQueries',
        summary: 'アーカイブ全体（統計）の確認依頼の一覧',
        description: 'Archives whose records wait, since their statistics (B001 to B004) ask something.',
        parameters: [after],
        responses: { 200: jsonResponse('一覧 / list', 'ArchiveQueriesPage'), ...refusals },
      },
    },
    '/api/inspection/v1/archive-queries/{submissionId}/release': {
      post: {
        operationId: 'releaseArchive',
        summary: 'アーカイブ全体の確認依頼の決定（送付してよい）',
        description: 'Lets the records of the archive go on to insurers and provider; once.',
        parameters: [submissionId],
        responses: {
          200: jsonResponse('決定しました / decided', 'ReleasedArchive'),
          ...refusals,
          ...problemResponses(404),
        },
      },
    },
    '/api/inspection/v1/archive-queries/{submissionId}/return': {
      post: {
        operationId: 'returnArchive',
        summary: 'アーカイブ全体の確認依頼の決定（一括返戻）',
        description: 'Returns all records of the archive to their provider for one reason; once.',
        parameters: [submissionId],
        requestBody: jsonBody('ArchiveReturn'),
        responses: {
          200: jsonResponse('決定しました / decided', 'ReleasedArchive'),
          ...refusals,
          ...problemResponses(404, 422),
        },
      },
    },
    '/api/inspection/v1/reply-queries': {
      get: {
        operationId: 'listReplyQueries',
        summary: '受け入れなかった保険者返戻の一覧',
        description:
          "Pairs of insurers' returns (kinds 4, 5) that were not taken; rules and places, no values.",
        parameters: [after],
        responses: { 200: jsonResponse('一覧 / list', 'ReplyQueriesPage'), ...refusals },
      },
    },
    '/api/inspection/v1/reply-queries/{replyId}/{index}/close': {
      post: {
        operationId: 'closeReplyQuery',
        summary: '受け入れなかった保険者返戻を対応済みとする',
        description: 'The insurer was told and sends it again, or leaves it; once.',
        parameters: [{ ...submissionId, name: 'replyId' }, recordIndex],
        responses: {
          200: jsonResponse('対応済み / closed', 'ClosedReplyQuery'),
          ...refusals,
          ...problemResponses(404),
        },
      },
    },
    '/v1/queries': {
      get: {
        operationId: 'listQuestions',
        summary: '自保険者への未回答の確認依頼の一覧（保険者の鍵）',
        description:
          'Queries that were put to the calling insurer and wait for its answer; rules and items, no values.',
        parameters: [
          after,
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 500 } },
        ],
        responses: { 200: jsonResponse('一覧 / list', 'QuestionsPage'), ...refusals },
      },
    },
    '/v1/queries/{submissionId}/{index}/documents/{document}': {
      get: {
        operationId: 'readQuestionDocument',
        summary: '確認依頼の記録の結果ファイル・決済ファイル（保険者の鍵）',
        description:
          'A file of the record as it was received (a result or a claim), for its insurer and while its query is open. Every reading is marked.',
        parameters: [
          submissionId,
          recordIndex,
          { name: 'document', in: 'path', required: true, schema: { enum: ['result', 'claim'] } },
        ],
        responses: {
          200: {
            description: 'XML / the document',
            content: { 'application/xml': { schema: { type: 'string' } } },
          },
          ...refusals,
          ...problemResponses(404),
        },
      },
    },
    '/v1/queries/{submissionId}/{index}/answer': {
      post: {
        operationId: 'answerQuestion',
        summary: '確認依頼への回答（受入または返戻。保険者の鍵）',
        description: 'Accepts the record, or returns it to its provider with its reason; once.',
        parameters: [submissionId, recordIndex],
        requestBody: jsonBody('QuestionAnswer'),
        responses: {
          200: jsonResponse('回答を受け付けました / taken', 'DecidedQuery'),
          ...refusals,
          ...problemResponses(404, 409, 422),
        },
      },
    },
    '/api/inspection/v1/held': {
      get: {
        operationId: 'listHeld',
        summary: '保留の記録の一覧',
        description: 'Records that a fault of the agency keeps from a verdict.',
        parameters: [after],
        responses: { 200: jsonResponse('一覧 / list', 'HeldPage'), ...refusals },
      },
    },
    '/api/inspection/v1/held/retry': {
      post: {
        operationId: 'retryHeld',
        summary: '保留の記録の再点検',
        description: 'Judges every held record again.',
        responses: { 200: jsonResponse('結果 / outcome', 'HeldRetry'), ...refusals },
      },
    },
    '/api/inspection/v1/reports/{submissionId}': {
      get: {
        operationId: 'readReport',
        summary: '点検報告（値を含む。閲覧は記録されます）',
        description:
          'Findings with the values found; the reading leaves a mark before the answer. As CSV, HTML, PDF to print, or SARIF 2.1.0 what repeats is counted.',
        parameters: [
          submissionId,
          {
            name: 'format',
            in: 'query',
            schema: { enum: ['json', 'csv', 'html', 'pdf', 'sarif'], default: 'json' },
          },
        ],
        responses: {
          200: reportResponse(),
          ...refusals,
          ...problemResponses(404),
        },
      },
    },
  },
  schemas: inspectionSchemas(),
};

function reportResponse(): Record<string, unknown> {
  const text = { schema: { type: 'string' } };
  const { description, content } = jsonResponse('報告 / report', 'InspectionReport') as {
    description: string;
    content: object;
  };
  const sarif = { schema: { type: 'object' } };
  return {
    description,
    content: {
      ...content,
      'text/csv': text,
      'text/html': text,
      'application/pdf': { schema: { type: 'string', contentEncoding: 'binary' } },
      'application/sarif+json': sarif,
    },
  };
}
