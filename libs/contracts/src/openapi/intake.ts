import { jsonResponse, type OpenApiPart, type OpenApiSchema, problemResponses } from './document.js';

const refusals = problemResponses(401, 403, 429, 503);
const receiptNumber = {
  name: 'receiptNumber',
  in: 'path',
  required: true,
  description: '受領番号 / receipt number',
  schema: { type: 'string', pattern: '^[0-9A-Z-]{8,40}$' },
};
const query = (name: string, description: string, schema: OpenApiSchema) => ({
  name,
  in: 'query',
  description,
  schema,
});
const header = (name: string, description: string, schema: OpenApiSchema) => ({
  name,
  in: 'header',
  description,
  schema,
});
const binary = { type: 'string', format: 'binary' };

const sendHeaders = [
  header('Content-Disposition', 'ファイル名（RFC 6266） / file name; not needed with multipart', {
    type: 'string',
    examples: ['attachment; filename="1311000001_91399056_202611240_1.zip"'],
  }),
  header('Content-Digest', 'RFC 9530。送れば照合します / verified when sent', {
    type: 'string',
    examples: ['sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:'],
  }),
  header('Idempotency-Key', '同じ送付を二重にしないための鍵 / the same key and body give the same receipt', {
    type: 'string',
    pattern: '^[0-9A-Za-z._:-]{8,100}$',
  }),
];

/** Submissions, receipts and the keys that verify them. */
export const intakePart: OpenApiPart = {
  tag: 'intake',
  about: '受領・受領証 / submissions and receipts',
  paths: {
    '/v1/submissions': {
      post: {
        operationId: 'sendSubmission',
        summary: '送付用ファイル（ZIP）を送る',
        description:
          'Sends an archive; it is sealed and scanned while it arrives and checked at the desk (L0 to L2). The same content again gives the same receipt. With Expect: 100-continue a refusal comes before the body.',
        parameters: sendHeaders,
        requestBody: {
          required: true,
          content: {
            'application/zip': { schema: binary },
            'application/octet-stream': { schema: binary },
            'multipart/form-data': { schema: { type: 'object', properties: { file: binary } } },
          },
        },
        responses: {
          201: jsonResponse('受領しました / received', 'ReceivedSubmission'),
          200: jsonResponse(
            '受領済みです（同じ受領証） / received before, the same receipt',
            'ReceivedSubmission',
          ),
          422: {
            description: '受付できません。全指摘を示します / refused, with all findings',
            content: {
              'application/problem+json': { schema: { $ref: '#/components/schemas/ArchiveRefusal' } },
            },
          },
          ...refusals,
          ...problemResponses(400, 408, 409, 413, 415),
        },
      },
      get: {
        operationId: 'listSubmissions',
        summary: '受領単位の一覧・検索',
        description:
          'Own submissions in the order of their receipt; found by name of the archive or by digest.',
        parameters: [
          query('after', '続きの位置 / next of the page before', { type: 'string', format: 'uuid' }),
          query('limit', '件数 / how many', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
          query('name', 'ファイル名 / name of the archive, with or without .zip', { type: 'string' }),
          query('sha256', 'SHA-256', { type: 'string', pattern: '^[0-9a-f]{64}$' }),
        ],
        responses: {
          200: jsonResponse('一覧 / list', 'SubmissionsPage'),
          ...refusals,
          ...problemResponses(400),
        },
      },
    },
    '/v1/submissions/{receiptNumber}': {
      get: {
        operationId: 'readSubmission',
        summary: '受領単位の状態・件数・指摘',
        description: 'State, counts and findings (rule and place, no values) of one submission.',
        parameters: [
          receiptNumber,
          query('findingsAfter', '指摘の続きの位置 / findingsNext of the answer before', {
            type: 'integer',
            minimum: 0,
            default: 0,
          }),
          query('findingsLimit', '指摘の件数 / how many findings', {
            type: 'integer',
            minimum: 0,
            maximum: 1000,
            default: 200,
          }),
        ],
        responses: {
          200: jsonResponse('受領単位 / submission', 'SubmissionDetail'),
          ...refusals,
          ...problemResponses(400, 404),
        },
      },
    },
    '/v1/receipts/{receiptNumber}': {
      get: {
        operationId: 'readReceipt',
        summary: '受領証を再び取得する',
        description: 'The receipt as it was signed: a compact JWS (EdDSA), always the same bytes.',
        parameters: [receiptNumber],
        responses: {
          200: {
            description: '受領証 / receipt',
            content: { 'application/jose': { schema: { type: 'string' } } },
          },
          ...refusals,
          ...problemResponses(404),
        },
      },
    },
    '/.well-known/daiko/receipt-keys.json': {
      get: {
        operationId: 'readReceiptKeys',
        summary: '受領証の公開鍵',
        description: 'Public keys that verify receipts (JWK set), retired ones included.',
        security: [],
        responses: {
          200: {
            description: '公開鍵 / keys',
            content: { 'application/jwk-set+json': { schema: { type: 'object' } } },
          },
        },
      },
    },
    '/api/intake/v1/status': {
      get: {
        operationId: 'readIntakeStatus',
        summary: '受領の状態（マルウェア検査の有無を含む）',
        description: 'State of intake; says where no scanner or only test signatures are at work.',
        responses: { 200: jsonResponse('状態 / state', 'IntakeStatus'), ...refusals },
      },
    },
  },
  schemas: schemas(),
};

function schemas(): OpenApiPart['schemas'] {
  const text = { type: 'string' };
  const maybe = { type: ['string', 'null'] };
  const count = { type: 'integer', minimum: 0 };
  const instant = { type: 'string', format: 'date-time' };
  const bilingual = { type: 'object', required: ['ja', 'en'], properties: { ja: text, en: text } };
  const kind = { enum: ['checkup', 'guidance'] };
  const scanner = { enum: ['clamd', 'clamd-test-signatures-only', 'no-scanner'] };
  const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' };
  const mark = {
    rule: text,
    level: count,
    severity: { enum: ['refuse', 'return', 'query', 'warning', 'info'] },
    returnReason: maybe,
    file: maybe,
    line: { type: ['integer', 'null'] },
    xpath: maybe,
    item: maybe,
  };
  const received = {
    receiptNumber: text,
    sha256: digest,
    sizeBytes: count,
    receivedAt: instant,
    recordCount: count,
    kind,
    rootName: text,
    scanner,
  };
  const submission = {
    submissionId: { type: 'string', format: 'uuid' },
    receiptNumber: text,
    state: {
      enum: ['received', 'inspecting', 'judged', 'refused'],
      description: '受領・点検中・点検済・受付不可',
    },
    partnerNumber: text,
    providerNumber: text,
    rootName: text,
    kind,
    channel: { enum: ['https', 'watch-folder'] },
    scanner,
    sha256: digest,
    sizeBytes: count,
    receivedAt: instant,
    endedAt: { ...instant, type: ['string', 'null'] },
    claimYen: { type: ['integer', 'null'], description: '請求額の合計（円） / null until counted' },
    returned: {
      type: ['object', 'null'],
      description: '一括返戻の理由（別表9） / why the agency returned it as a whole',
      properties: { returnReason: text, reason: text },
    },
    counts: {
      type: 'object',
      description: 'records = accepted + returned + query + held + refused + pending',
      properties: Object.fromEntries(
        ['records', 'accepted', 'returned', 'query', 'held', 'refused', 'pending'].map((name) => [
          name,
          count,
        ]),
      ),
    },
  };
  const object = (properties: Record<string, unknown>): OpenApiSchema => ({
    type: 'object',
    required: Object.keys(properties),
    properties,
  });
  return {
    ReceivedSubmission: object({
      ...received,
      receipt: { type: 'string', description: '受領証（JWS） / receipt, compact JWS' },
    }),
    ArchiveRefusal: {
      allOf: [
        { $ref: '#/components/schemas/Problem' },
        object({
          findings: {
            type: 'array',
            items: object({ ...mark, value: maybe, expected: maybe, message: bilingual, remedy: bilingual }),
          },
        }),
      ],
    },
    Submission: object(submission),
    SubmissionsPage: object({
      submissions: { type: 'array', items: { $ref: '#/components/schemas/Submission' } },
      next: maybe,
    }),
    SubmissionFinding: object({
      ...mark,
      recordIndex: {
        type: ['integer', 'null'],
        description: '0から / place in the archive, null: the whole',
      },
      title: bilingual,
      remedy: bilingual,
    }),
    SubmissionDetail: {
      allOf: [
        { $ref: '#/components/schemas/Submission' },
        object({
          findings: { type: 'array', items: { $ref: '#/components/schemas/SubmissionFinding' } },
          findingsNext: { type: ['integer', 'null'] },
        }),
      ],
    },
    IntakeStatus: object({
      scanner,
      isScannerReachable: { type: 'boolean' },
      isObjectStoreReachable: { type: 'boolean' },
      recordsWaiting: count,
      uploadBytesMax: count,
      watchFolder: { enum: ['on', 'off'] },
      sweeper: { enum: ['on', 'off'] },
    }),
  };
}
