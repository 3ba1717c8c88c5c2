import { jsonResponse, type OpenApiPart, problemResponses } from './document.js';

const refusals = problemResponses(401, 403, 429, 503);
const count = { type: 'integer', minimum: 0 } as const;
const text = { type: 'string' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const filter = (name: string, description: string, maxLength: number) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string', maxLength },
});

/** The trail of marks. */
export const auditPart: OpenApiPart = {
  tag: 'audit',
  about: '監査（運用者の鍵） / the trail of marks (operator key)',
  paths: {
    '/api/audit/v1/verification': {
      get: {
        operationId: 'verifyTrail',
        summary: '証跡の検証（最初の異常を示します）',
        description: 'Recomputes every hash, link and root; names the first bad mark.',
        responses: { 200: jsonResponse('検証の結果 / result', 'Verification'), ...refusals },
      },
    },
    '/api/audit/v1/marks': {
      get: {
        operationId: 'listMarks',
        summary: '証跡の閲覧（閲覧も証跡に残ります）',
        description: 'Who saw or did what, in the order in which it was taken in. Reading leaves a mark.',
        parameters: [
          { name: 'after', in: 'query', description: 'number of the last mark seen', schema: count },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
          },
          filter('actor', '取引先のID / id of the partner', 64),
          filter('object', '対象のID / id of the object', 120),
          filter('action', '操作 / action, <object>:<verb>', 80),
        ],
        responses: { 200: jsonResponse('一覧 / list', 'MarksPage'), ...refusals, ...problemResponses(400) },
      },
    },
    '/api/audit/v1/checkpoint': {
      get: {
        operationId: 'readCheckpoint',
        summary: '最新の署名付きチェックポイント',
        description: 'The latest signed checkpoint with the heads it covers.',
        responses: {
          200: jsonResponse('チェックポイント / checkpoint', 'Checkpoint'),
          ...refusals,
          ...problemResponses(404),
        },
      },
    },
    '/api/audit/v1/proofs/{markId}': {
      get: {
        operationId: 'proveMark',
        summary: '証跡がチェックポイントに含まれることの証明',
        description: 'Proof of inclusion (RFC 6962) of a mark in the first signed checkpoint that holds it.',
        parameters: [
          {
            name: 'markId',
            in: 'path',
            required: true,
            description: '証跡のID / id of the mark',
            schema: { type: 'string', format: 'uuid' },
          },
        ],
        responses: {
          200: jsonResponse('証明 / proof', 'InclusionProof'),
          ...refusals,
          ...problemResponses(400, 404, 409),
        },
      },
    },
    '/.well-known/daiko/checkpoint-keys.json': {
      get: {
        operationId: 'readCheckpointKeys',
        summary: 'チェックポイントを検証する公開鍵（JWKS）',
        description: 'Public keys that verify checkpoints (JWK set), retired ones included.',
        security: [],
        responses: {
          200: {
            description: '公開鍵 / keys',
            content: {
              'application/jwk-set+json': { schema: { $ref: '#/components/schemas/CheckpointKeys' } },
            },
          },
        },
      },
    },
  },
  schemas: schemas(),
};

function schemas(): OpenApiPart['schemas'] {
  const signed = { treeSize: count, rootHash: sha256, signedAt: instant };
  const head = { type: 'object', properties: { stream: text, sequence: count, hash: sha256 } };
  const bad = {
    type: 'object',
    required: ['stream', 'sequence', 'code', 'why', 'whyJa'],
    properties: { stream: text, sequence: count, code: text, why: text, whyJa: text },
  };
  const mark = {
    type: 'object',
    properties: {
      number: count,
      stream: text,
      sequence: count,
      hash: sha256,
      id: { type: 'string', format: 'uuid' },
      type: text,
      subject: text,
      time: instant,
      data: { type: ['object', 'null'], description: 'only of access and key use' },
    },
  };
  return {
    Verification: {
      type: 'object',
      required: ['ok', 'streams', 'marks', 'alarms', 'checkpoint', 'firstBad'],
      properties: {
        ok: { type: 'boolean' },
        streams: count,
        marks: count,
        alarms: count,
        checkpoint: orNull({ type: 'object', properties: signed }),
        firstBad: orNull(bad),
      },
    },
    MarksPage: {
      type: 'object',
      required: ['items', 'next'],
      properties: { items: { type: 'array', items: mark }, next: { type: ['integer', 'null'] } },
    },
    Checkpoint: {
      type: 'object',
      required: ['treeSize', 'rootHash', 'streamCount', 'headsDigest', 'signedAt', 'jws', 'heads'],
      properties: {
        ...signed,
        streamCount: count,
        headsDigest: sha256,
        jws: text,
        heads: { type: 'array', items: head },
      },
    },
    InclusionProof: {
      type: 'object',
      required: ['markId', 'leafIndex', 'hash', 'treeSize', 'rootHash', 'jws', 'proof'],
      properties: {
        markId: { type: 'string', format: 'uuid' },
        leafIndex: count,
        hash: sha256,
        treeSize: count,
        rootHash: sha256,
        jws: text,
        proof: { type: 'array', items: sha256 },
      },
    },
    CheckpointKeys: {
      type: 'object',
      required: ['keys'],
      properties: { keys: { type: 'array', items: { type: 'object' } } },
    },
  };
}
