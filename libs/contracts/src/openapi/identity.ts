import { jsonBody, jsonResponse, type OpenApiPart, problemResponses } from './document.js';

const refusals = problemResponses(400, 401, 403, 429, 503);
const number = {
  name: 'number',
  in: 'path',
  required: true,
  description: '健診・保健指導機関番号、保険者番号、または運用者名 / number of the partner',
  schema: { type: 'string', pattern: '^[0-9A-Za-z-]{1,32}$' },
};
const partnerAnswer = jsonResponse('取引先 / the partner', 'PartnerAnswer');
const base = '/api/identity/v1/partners';

/** Partners and their credentials. */
export const identityPart: OpenApiPart = {
  tag: 'identity',
  about: '取引先と鍵（運用者の鍵） / partners and their keys (operator key)',
  paths: {
    [base]: {
      get: {
        operationId: 'listPartners',
        summary: '取引先の一覧',
        description: 'Partners in the order of their numbers.',
        parameters: [
          { name: 'after', in: 'query', schema: { type: 'string' } },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
          },
        ],
        responses: { 200: jsonResponse('一覧 / list', 'PartnersPage'), ...refusals },
      },
      post: {
        operationId: 'addPartner',
        summary: '取引先の登録（鍵は一度だけ示します）',
        description: 'Registers a partner; its key is shown this once.',
        requestBody: jsonBody('AddPartner'),
        responses: {
          201: jsonResponse('登録しました / registered', 'PartnerWithKey'),
          ...refusals,
          ...problemResponses(409, 422),
        },
      },
    },
    [`${base}/{number}`]: {
      get: {
        operationId: 'readPartner',
        summary: '取引先の照会',
        description: 'One partner.',
        parameters: [number],
        responses: { 200: partnerAnswer, ...refusals, ...problemResponses(404) },
      },
      patch: {
        operationId: 'changePartner',
        summary: '取引先の変更（名称・代行送付先・上限・監視フォルダー）',
        description: 'Changes label, numbers it may act for, limits or watch folder; what is absent stays.',
        parameters: [number],
        requestBody: jsonBody('ChangePartner'),
        responses: { 200: partnerAnswer, ...refusals, ...problemResponses(404) },
      },
    },
    [`${base}/{number}/credentials`]: {
      post: {
        operationId: 'rotateCredential',
        summary: '鍵の更新（古い鍵は猶予の後に終わります）',
        description: 'Gives a second key; the old one ends after the grace.',
        parameters: [number],
        requestBody: jsonBody('RotateCredential'),
        responses: {
          201: jsonResponse('新しい鍵 / the new key', 'PartnerWithKey'),
          ...refusals,
          ...problemResponses(404, 409),
        },
      },
    },
    [`${base}/{number}/credentials/{credentialId}`]: {
      delete: {
        operationId: 'revokeCredential',
        summary: '鍵の失効（ただちに）',
        description: 'Ends a key at once.',
        parameters: [
          number,
          {
            name: 'credentialId',
            in: 'path',
            required: true,
            schema: { type: 'string', pattern: '^[a-z0-9]{8,32}$' },
          },
        ],
        responses: { 200: partnerAnswer, ...refusals, ...problemResponses(404, 409) },
      },
    },
    [`${base}/{number}/suspension`]: {
      post: {
        operationId: 'suspendPartner',
        summary: '取扱いの停止',
        description: 'Suspends a partner.',
        parameters: [number],
        responses: { 200: partnerAnswer, ...refusals, ...problemResponses(404, 409) },
      },
      delete: {
        operationId: 'resumePartner',
        summary: '取扱いの再開',
        description: 'Lets a suspended partner work again.',
        parameters: [number],
        responses: { 200: partnerAnswer, ...refusals, ...problemResponses(404) },
      },
    },
  },
  schemas: schemas(),
};

function schemas(): OpenApiPart['schemas'] {
  const limits = {
    type: 'object',
    required: ['uploadBytesMax', 'uploadsConcurrentMax', 'requestsPerMinuteMax'],
    properties: {
      uploadBytesMax: { type: 'integer', minimum: 1, description: 'bytes' },
      uploadsConcurrentMax: { type: 'integer', minimum: 1, maximum: 100 },
      requestsPerMinuteMax: { type: 'integer', minimum: 1, maximum: 100_000 },
    },
  };
  const mayActFor = { type: 'array', maxItems: 5000, items: { type: 'string', pattern: '^\\d{10}$' } };
  const label = { type: 'string', minLength: 1, maxLength: 120 };
  const hasWatchFolder = { type: 'boolean' };
  const changeable = { label, mayActFor, limits, hasWatchFolder };
  const identified = {
    kind: { enum: ['provider', 'insurer', 'operator'] },
    number: { type: 'string', pattern: '^[0-9A-Za-z-]{1,32}$' },
  };
  const credential = {
    type: 'object',
    properties: {
      credentialId: { type: 'string' },
      validFrom: { type: 'string', format: 'date-time' },
      validUntil: { type: ['string', 'null'], format: 'date-time' },
    },
  };
  const partner = { $ref: '#/components/schemas/Partner' };
  return {
    Partner: {
      type: 'object',
      properties: {
        partnerId: { type: 'string', format: 'uuid' },
        version: { type: 'integer', minimum: 1 },
        state: { enum: ['active', 'suspended'] },
        ...identified,
        ...changeable,
        credentials: { type: 'array', maxItems: 2, items: credential },
      },
    },
    PartnerAnswer: { type: 'object', required: ['partner'], properties: { partner } },
    PartnersPage: {
      type: 'object',
      required: ['partners', 'next'],
      properties: {
        partners: { type: 'array', items: partner },
        next: { type: ['string', 'null'] },
      },
    },
    PartnerWithKey: {
      type: 'object',
      required: ['partner', 'credential'],
      properties: {
        partner,
        credential: {
          type: 'object',
          required: ['credentialId', 'bearerKey'],
          properties: { credentialId: { type: 'string' }, bearerKey: { type: 'string' } },
        },
        warnings: {
          type: 'array',
          items: { type: 'object', properties: { ja: { type: 'string' }, en: { type: 'string' } } },
        },
      },
    },
    AddPartner: {
      type: 'object',
      required: ['kind', 'number', 'label'],
      additionalProperties: false,
      properties: { ...identified, ...changeable },
    },
    ChangePartner: { type: 'object', additionalProperties: false, properties: changeable },
    RotateCredential: {
      type: 'object',
      additionalProperties: false,
      properties: {
        graceHours: { type: 'integer', minimum: 0, maximum: 720, default: 24, description: 'hours' },
      },
    },
  };
}
