import { jsonBody, jsonResponse, type OpenApiPart, problemResponses } from './document.js';

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

const heldMasters = {
  type: 'object',
  required: ['masters'],
  properties: {
    masters: {
      type: 'array',
      items: {
        type: 'object',
        required: ['importId', 'insurerNumber', 'kind', 'version', 'sha256', 'importedAt'],
        properties: {
          importId: { type: 'string', format: 'uuid' },
          insurerNumber: { type: 'string', pattern: '^\\d{8}$' },
          kind: { enum: ['tickets', 'members', 'contracts'] },
          version: { type: 'integer', minimum: 1 },
          sha256: { type: 'string' },
          importedAt: { type: 'string', format: 'date-time' },
        },
      },
    },
  },
} as const;

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
  schemas: { HeldMasters: heldMasters, ...schemas() },
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

function schemas(): OpenApiPart['schemas'] {
  const text = { type: 'string' };
  const maybe = { type: ['string', 'null'] };
  const findings = { type: 'array', items: { type: 'object', description: 'rule, place and code' } };
  const undecided = {
    type: 'object',
    properties: {
      submissionId: { type: 'string', format: 'uuid' },
      index: { type: 'integer', minimum: 0 },
      resultFile: maybe,
      claimFile: maybe,
      insurerNumber: maybe,
      ticketNumber: maybe,
      faultNumber: maybe,
      findings,
    },
  };
  const page = (noun: string): OpenApiPart['schemas'][string] => ({
    type: 'object',
    required: [noun, 'next'],
    properties: { [noun]: { type: 'array', items: undecided }, next: maybe },
  });
  return {
    QueriesPage: page('queries'),
    HeldPage: page('held'),
    ArchiveQueriesPage: {
      type: 'object',
      required: ['archives', 'next'],
      properties: {
        archives: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              submissionId: { type: 'string', format: 'uuid' },
              providerNumber: text,
              recordCount: { type: 'integer', minimum: 0 },
              askedAt: { type: 'string', format: 'date-time' },
              findings,
              notChecked: { type: 'array', items: text },
            },
          },
        },
        next: maybe,
      },
    },
    ReplyQueriesPage: {
      type: 'object',
      required: ['replies', 'next'],
      properties: {
        replies: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              replyId: { type: 'string', format: 'uuid' },
              index: { type: 'integer', minimum: 0 },
              insurerNumber: text,
              interactionType: { enum: ['4', '5'] },
              fileName: maybe,
              findings,
              askedAt: { type: 'string', format: 'date-time' },
            },
          },
        },
        next: maybe,
      },
    },
    ClosedReplyQuery: {
      type: 'object',
      properties: { replyId: { type: 'string', format: 'uuid' }, index: { type: 'integer' } },
    },
    ReleasedArchive: {
      type: 'object',
      properties: { submissionId: { type: 'string', format: 'uuid' }, state: { const: 'judged' } },
    },
    ArchiveReturn: {
      type: 'object',
      required: ['reason'],
      additionalProperties: false,
      properties: {
        returnReason: { type: 'string', pattern: '^0[1-9]$', description: '別表9', default: '09' },
        reason: { type: 'string', maxLength: 100, description: '返戻の内容 / why' },
      },
    },
    QueryDecision: {
      type: 'object',
      required: ['decision'],
      additionalProperties: false,
      properties: {
        decision: { enum: ['release', 'return'] },
        returnReason: { type: 'string', pattern: '^0[1-9]$', description: '別表9', default: '09' },
        reason: { type: 'string', maxLength: 100, description: '返戻の内容 / needed for a return' },
      },
    },
    QuestionsPage: {
      type: 'object',
      required: ['queries', 'next'],
      properties: {
        queries: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              submissionId: { type: 'string', format: 'uuid' },
              index: { type: 'integer', minimum: 0 },
              askedAt: { type: 'string', format: 'date-time' },
              resultFile: maybe,
              claimFile: maybe,
              ticketNumber: maybe,
              serviceDate: maybe,
              claimYen: { type: ['integer', 'null'] },
              findings: { type: 'array', items: { type: 'object', description: 'rule, item and title' } },
            },
          },
        },
        next: maybe,
      },
    },
    QuestionAnswer: {
      type: 'object',
      required: ['answer'],
      additionalProperties: false,
      properties: {
        answer: { enum: ['accept', 'return'] },
        returnReason: { type: 'string', pattern: '^0[1-9]$', description: '別表10; needed for a return' },
        reason: {
          type: 'string',
          maxLength: 100,
          description: '内容。個人が分かる内容は書かない / names nobody',
        },
      },
    },
    AskedQuestion: {
      type: 'object',
      properties: {
        submissionId: { type: 'string', format: 'uuid' },
        index: { type: 'integer' },
        insurerNumber: text,
        askedAt: { type: 'string', format: 'date-time' },
      },
    },
    DecidedQuery: {
      type: 'object',
      properties: {
        submissionId: { type: 'string', format: 'uuid' },
        index: { type: 'integer' },
        verdict: { enum: ['accepted', 'returned'] },
      },
    },
    HeldRetry: {
      type: 'object',
      properties: { retried: { type: 'integer' }, stillHeld: { type: 'integer' } },
    },
    InspectionReport: {
      type: 'object',
      description: 'As `daiko check --format json` prints it, byte by byte, then `submission`.',
      properties: {
        versions: {
          type: 'object',
          properties: { rules: maybe, settings: text, standard: maybe, schemas: maybe, date: text },
        },
        archive: {
          type: 'object',
          properties: { name: text, verdict: { enum: ['accepted', 'refused'] }, findings },
        },
        records: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              file: maybe,
              claim: maybe,
              verdict: { enum: ['accepted', 'query', 'returned', 'held'] },
              findings,
            },
          },
        },
        statistics: findings,
        notChecked: { type: 'array', items: text },
        submission: {
          type: 'object',
          properties: {
            submissionId: { type: 'string', format: 'uuid' },
            fileName: text,
            state: { enum: ['inspecting', 'judged', 'refused'] },
            recordCount: { type: 'integer', minimum: 0 },
            receiptNumber: maybe,
            returned: {
              type: ['object', 'null'],
              description: '一括返戻の理由（別表9） / why it was returned as a whole',
              properties: { returnReason: text, reason: text },
            },
            corrections: {
              type: 'array',
              description: 'Records that correct a returned one, or were corrected by a later one.',
              items: {
                type: 'object',
                properties: {
                  index: { type: 'integer', minimum: 0 },
                  corrects: { type: ['object', 'null'] },
                  correctedBy: { type: ['object', 'null'] },
                },
              },
            },
          },
        },
      },
    },
  };
}
