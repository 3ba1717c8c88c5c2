import { jsonResponse, type OpenApiOperation, type OpenApiPart, problemResponses } from './document.js';

const refusals = problemResponses(400, 401, 403, 429, 503);
const count = { type: 'integer', minimum: 0 } as const;
const yen = { type: 'integer', description: 'yen' } as const;
const month = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' } as const;
const bilingual = {
  type: 'object',
  required: ['ja', 'en'],
  properties: { ja: { type: 'string' }, en: { type: 'string' } },
} as const;
const sums = { recordCount: count, unitYen: yen, copaymentYen: yen, otherProgramYen: yen, claimYen: yen };

function papers(noun: string, ja: string, en: string, schema: string): OpenApiOperation {
  const answer = jsonResponse(`${ja}（委託料のみ） / claims only`, schema);
  return {
    operationId: `list${noun}`,
    summary: `処理月の${ja}（委託料のみ。運用者は全件、取引先は自分の分）`,
    description: `${en} of a month; claims only. Operators read all, a partner its own. CSV: UTF-8 with byte order mark.`,
    parameters: [
      {
        name: 'month',
        in: 'query',
        required: true,
        description: '処理月 / month of acceptance in Japan',
        schema: month,
      },
      { name: 'format', in: 'query', schema: { enum: ['json', 'csv'], default: 'json' } },
    ],
    responses: {
      200: {
        ...answer,
        content: { ...(answer.content as object), 'text/csv': { schema: { type: 'string' } } },
      },
      ...refusals,
    },
  };
}

function paperList(partner: string, pattern: string): Record<string, unknown> {
  const paper = {
    type: 'object',
    required: [partner, 'month', 'recordCount', 'claimYen', 'totalYen', 'lines'],
    properties: {
      [partner]: { type: 'string', pattern },
      month,
      ...sums,
      totalYen: yen,
      lines: { type: 'array', items: { $ref: '#/components/schemas/PaperLine' } },
    },
  };
  return {
    type: 'object',
    required: ['month', 'scope', 'items', 'totals'],
    properties: {
      month,
      scope: bilingual,
      items: { type: 'array', items: paper },
      totals: { type: 'object', properties: { ...sums, totalYen: yen } },
    },
  };
}

const account = {
  type: 'object',
  properties: {
    account: { type: 'string' },
    ja: { type: 'string' },
    en: { type: 'string' },
    side: { enum: ['debit', 'credit'] },
    debitYen: yen,
    creditYen: yen,
    balanceYen: yen,
  },
} as const;

const masterKind = {
  name: 'kind',
  in: 'path',
  required: true,
  schema: { enum: ['tickets', 'members', 'contracts'] },
} as const;
const masterPaths = {
  '/v1/masters': {
    get: {
      operationId: 'listMasters',
      summary: '取り込んだ台帳・マスタの一覧（保険者は自分の分、運用者は全件）',
      description: 'Imports of masters, the newest first; an insurer sees its own.',
      responses: {
        200: jsonResponse('取込 / imports', 'MasterList'),
        ...problemResponses(401, 403, 429, 503),
      },
    },
  },
  '/v1/masters/{kind}': {
    post: {
      operationId: 'importMaster',
      summary:
        '受診券発行台帳・被保険者マスタ・契約マスタを取り込む（全件入替、誤りがあれば1行も取り込まない）',
      description: 'Takes a master whole or not at all; columns stand in docs/operations/masters.md.',
      parameters: [
        masterKind,
        {
          name: 'insurer',
          in: 'query',
          description: '保険者番号。運用者は必須 / needed of an operator',
          schema: { type: 'string', pattern: '^\\d{8}$' },
        },
      ],
      requestBody: {
        required: true,
        content: {
          'text/csv': { schema: { type: 'string', description: 'UTF-8 or Shift_JIS, at most 32 MiB' } },
        },
      },
      responses: {
        201: jsonResponse('取込 / the import', 'MasterImport'),
        ...problemResponses(400, 401, 403, 404, 413, 415, 422, 429, 503),
      },
    },
  },
} as const;

const masterImport = {
  type: 'object',
  required: [
    'importId',
    'insurerNumber',
    'kind',
    'version',
    'sha256',
    'rowCount',
    'entryCount',
    'importedAt',
  ],
  properties: {
    importId: { type: 'string', format: 'uuid' },
    insurerNumber: { type: 'string', pattern: '^\\d{8}$' },
    kind: { enum: ['tickets', 'members', 'contracts'] },
    version: { type: 'integer', minimum: 1 },
    sha256: { type: 'string' },
    sizeBytes: count,
    rowCount: count,
    entryCount: count,
    importedAt: { type: 'string', format: 'date-time' },
    supersededAt: { type: ['string', 'null'], format: 'date-time', description: 'null: holds now' },
  },
} as const;

/** Invoices, payment notices, the ledger, masters of insurers. */
export const billingPart: OpenApiPart = {
  tag: 'billing',
  about: '請求・支払 / invoices, payment notices, ledger, masters',
  paths: {
    ...masterPaths,
    '/v1/invoices': { get: papers('Invoices', '請求書', 'Invoices to insurers', 'InvoiceList') },
    '/v1/payment-notices': {
      get: papers('PaymentNotices', '支払通知書', 'Payment notices to providers', 'PaymentNoticeList'),
    },
    '/api/billing/v1/trial-balance': {
      get: {
        operationId: 'readTrialBalance',
        summary: '試算表と、請求との突合（運用者）',
        description: 'Sums of every account, and whether ledger and claims say the same (operator).',
        responses: { 200: jsonResponse('試算表 / trial balance', 'TrialBalance'), ...refusals },
      },
    },
  },
  schemas: {
    MasterImport: masterImport,
    MasterList: {
      type: 'object',
      required: ['masters'],
      properties: { masters: { type: 'array', items: { $ref: '#/components/schemas/MasterImport' } } },
    },
    InvoiceList: paperList('insurerNumber', '^\\d{8}$'),
    PaymentNoticeList: paperList('providerNumber', '^\\d{10}$'),
    PaperLine: {
      type: 'object',
      required: ['kind', 'claimType', 'recordCount', 'claimYen'],
      properties: {
        kind: { enum: ['checkup', 'guidance'] },
        claimType: { type: ['string', 'null'], description: '請求区分（別表7）; null for guidance' },
        ...sums,
      },
    },
    TrialBalance: {
      type: 'object',
      required: ['accounts', 'debitYen', 'creditYen', 'isBalanced', 'checks', 'journals', 'bundles'],
      properties: {
        accounts: { type: 'array', items: account },
        debitYen: yen,
        creditYen: yen,
        isBalanced: { type: 'boolean' },
        checks: {
          type: 'array',
          items: { type: 'object', properties: { what: bilingual, differenceYen: yen } },
        },
        journals: { type: 'object', properties: { unbalanced: count, unmatched: count } },
        bundles: {
          type: 'object',
          description: 'waiting: claims not all there yet; differing: not posted',
          properties: { waiting: count, differing: count },
        },
      },
    },
  },
};
