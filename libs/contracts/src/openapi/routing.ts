import {
  jsonBody,
  jsonResponse,
  type OpenApiOperation,
  type OpenApiPart,
  problemResponses,
} from './document.js';

const refusals = problemResponses(400, 401, 403, 429, 503);
const uuid = { type: 'string', format: 'uuid' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const kind = { enum: ['checkup', 'guidance'] } as const;
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const id = { name: 'id', in: 'path', required: true, schema: uuid };
const header = (name: string, description: string) => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string' },
});

function listing(noun: string, ja: string, states: readonly string[], page: string): OpenApiOperation {
  return {
    operationId: `list${noun}`,
    summary: `${ja}の一覧（カーソルより新しいもの）`,
    description:
      'In the order in which they were sealed. `next` leads to the rest of this list; keep `cursor` to ask later for what is new.',
    parameters: [
      {
        name: 'after',
        in: 'query',
        description: 'cursor',
        schema: { type: 'string', pattern: '^\\d{1,15}$' },
      },
      { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 } },
      { name: 'state', in: 'query', schema: { enum: states } },
    ],
    responses: { 200: jsonResponse('一覧 / list', page), ...refusals },
  };
}

function reading(noun: string, ja: string, view: string): OpenApiOperation {
  return {
    operationId: `read${noun}`,
    summary: `${ja}の照会`,
    description: 'One of your own; that of another does not exist for you.',
    parameters: [id],
    responses: { 200: jsonResponse(ja, view), ...refusals, ...problemResponses(404) },
  };
}

function download(
  noun: string,
  ja: string,
  mediaTypes: readonly string[],
  gone: readonly number[],
): OpenApiOperation {
  const schema = { type: 'string', format: 'binary' };
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema }]));
  const headers = {
    ETag: { description: 'SHA-256, strong', schema: { type: 'string' } },
    'Repr-Digest': { description: 'RFC 9530, of the whole file', schema: { type: 'string' } },
    'Content-Disposition': { schema: { type: 'string' } },
  };
  const ofWhole = { 'Content-Digest': { description: 'RFC 9530', schema: { type: 'string' } } };
  return {
    operationId: `download${noun}`,
    summary: `${ja}の取得`,
    description: 'The file; single ranges of bytes. Every download leaves a mark before its first byte.',
    parameters: [
      id,
      header('Range', 'bytes=first-last'),
      header('If-Range', 'ETag of the file that was begun'),
      header('If-None-Match', 'ETag of the file that is there'),
    ],
    responses: {
      200: { description: '全体 / the whole', headers: { ...headers, ...ofWhole }, content },
      206: { description: '一部 / a part', headers, content },
      304: { description: '変わりなし / not modified' },
      ...refusals,
      ...problemResponses(404, ...gone, 416),
    },
  };
}

function acknowledging(noun: string, ja: string, view: string): OpenApiOperation {
  return {
    operationId: `acknowledge${noun}`,
    summary: `${ja}の受領確認`,
    description: 'With the SHA-256 of what was received; the same again has no further effect.',
    parameters: [id],
    requestBody: jsonBody('DigestAcknowledgement'),
    responses: {
      200: jsonResponse('受領を確認しました / acknowledged', view),
      ...refusals,
      ...problemResponses(404, 409),
    },
  };
}

/** Bundles, returns and their sealing. */
export const routingPart: OpenApiPart = {
  tag: 'routing',
  about: '送付単位（保険者）、返戻（健診・保健指導機関）、締め（運用者） / bundles, returns, sealing',
  paths: {
    '/v1/bundles': {
      get: listing('Bundles', '送付単位', ['sealed', 'acknowledged', 'voided'], 'BundlesPage'),
    },
    '/v1/bundles/{id}': { get: reading('Bundle', '送付単位', 'Bundle') },
    '/v1/bundles/{id}/content': { get: download('Bundle', '送付単位', ['application/zip'], [410]) },
    '/v1/bundles/{id}/acknowledgement': { post: acknowledging('Bundle', '送付単位', 'Bundle') },
    '/v1/bundles/{id}/refusal': {
      post: {
        operationId: 'refuseBundle',
        summary: '送付単位の差戻し（受領確認の前まで）',
        description: 'Before any acknowledgement: the bundle is voided, its records come in another one.',
        parameters: [id],
        requestBody: jsonBody('BundleRefusal'),
        responses: {
          200: jsonResponse('取り消しました / voided', 'Bundle'),
          ...refusals,
          ...problemResponses(404, 409),
        },
      },
    },
    '/v1/returns': { get: listing('Returns', '返戻', ['sealed', 'acknowledged'], 'ReturnsPage') },
    '/v1/returns/{id}': { get: reading('Return', '返戻', 'Return') },
    '/v1/returns/{id}/content': { get: download('Return', '返戻', ['application/zip', 'text/csv'], []) },
    '/v1/returns/{id}/acknowledgement': { post: acknowledging('Return', '返戻', 'Return') },
    '/api/routing/v1/sealings': {
      post: {
        operationId: 'sealDocuments',
        summary: '締め（送付単位と返戻の作成）',
        description:
          'Seals what waits, now; operators only. What is `unfinished` is taken up by the next run.',
        requestBody: jsonBody('SealingOrder'),
        responses: {
          200: jsonResponse('締めた送付単位と返戻 / what was sealed', 'SealingResult'),
          ...refusals,
        },
      },
    },
  },
  schemas: schemas(),
};

function schemas(): OpenApiPart['schemas'] {
  const object = (properties: object, required = Object.keys(properties)) => ({
    type: 'object',
    required,
    properties,
  });
  const pageOf = (noun: string, view: string) =>
    object({
      [noun]: { type: 'array', items: { $ref: `#/components/schemas/${view}` } },
      next: orNull({ type: 'string' }),
      cursor: orNull({ type: 'string' }),
    });
  const sealed = { name: { type: 'string' }, kind, recordCount: count };
  const stored = {
    sha256,
    sizeBytes: count,
    sealedAt: instant,
    acknowledgedAt: orNull(instant),
    cursor: { type: 'string' },
  };
  const insurer = { bundleId: uuid, insurerNumber: { type: 'string', pattern: '^\\d{8}$' } };
  const provider = { returnId: uuid, providerNumber: { type: 'string', pattern: '^\\d{10}$' } };
  const form = { enum: ['archive', 'list'] };
  const reason = { enum: ['unreadable', 'withdrawn'] };
  const sealedBundle = object({ ...insurer, ...sealed, claimYen: { type: 'integer' } });
  const sealedReturn = object({ ...provider, ...sealed, form });
  return {
    Bundle: object({
      ...insurer,
      ...sealed,
      state: { enum: ['sealed', 'acknowledged', 'voided'] },
      claimYen: { type: 'integer' },
      ...stored,
      voidedAt: orNull(instant),
      voidReason: orNull(reason),
    }),
    BundlesPage: pageOf('bundles', 'Bundle'),
    Return: object({ ...provider, ...sealed, form, state: { enum: ['sealed', 'acknowledged'] }, ...stored }),
    ReturnsPage: pageOf('returns', 'Return'),
    DigestAcknowledgement: object({ sha256 }),
    BundleRefusal: object({ reason }),
    SealingOrder: object({ kind: { enum: ['bundles', 'returns', 'all'], default: 'all' } }, []),
    SealingResult: object({
      bundles: { type: 'array', items: sealedBundle },
      returns: { type: 'array', items: sealedReturn },
      unfinished: {
        type: 'array',
        items: object({
          documentId: uuid,
          form: { enum: ['bundle', 'return-archive', 'insurer-return', 'return-list'] },
          name: { type: 'string' },
        }),
      },
    }),
  };
}
