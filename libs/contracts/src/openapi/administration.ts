import { serviceNames } from '../messages/messages.js';
import { jsonBody, jsonResponse, type OpenApiPart, problemResponses } from './document.js';

const refusals = problemResponses(401, 403, 429, 503);
const limit = { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1 } };
const after = { name: 'after', in: 'query', schema: { type: 'string' } };

function pathsOf(service: string): OpenApiPart['paths'] {
  return {
    [`/api/${service}/v1/record-counts`]: {
      get: {
        operationId: `${service}RecordCounts`,
        summary: '受領単位ごとの件数・金額（突合用）',
        description: 'Counts and yen by submission, for the ledger.',
        parameters: [after, limit],
        responses: { 200: jsonResponse('件数 / counts', 'RecordCountsPage'), ...refusals },
      },
    },
    [`/api/${service}/v1/dead-letters`]: {
      get: {
        operationId: `${service}DeadLetters`,
        summary: '配達不能のメッセージの一覧',
        description: 'Messages that could not be handled, oldest first.',
        parameters: [limit],
        responses: { 200: jsonResponse('一覧 / list', 'DeadLetters'), ...refusals },
      },
    },
    [`/api/${service}/v1/dead-letters/replay`]: {
      post: {
        operationId: `${service}ReplayDeadLetters`,
        summary: '配達不能のメッセージの再配達',
        description: 'Sends dead letters back to the queue they came from.',
        requestBody: jsonBody('ReplayRequest'),
        responses: { 200: jsonResponse('再配達した番号 / ids', 'Replayed'), ...refusals },
      },
    },
  };
}

/** What every service offers to operators. */
export const administrationPart: OpenApiPart = {
  tag: 'administration',
  about: '全サービス共通の運用（運用者の鍵） / operation of every service (operator key)',
  paths: Object.assign({}, ...serviceNames.map(pathsOf)) as OpenApiPart['paths'],
  schemas: {
    RecordCountsPage: {
      type: 'object',
      required: ['service', 'counts', 'next'],
      properties: {
        service: { type: 'string' },
        counts: {
          type: 'array',
          items: {
            type: 'object',
            required: ['submissionId', 'stage', 'records', 'claimYen', 'recordHashSum'],
            properties: {
              submissionId: { type: 'string', format: 'uuid' },
              stage: { type: 'string' },
              records: { type: 'integer' },
              claimYen: { type: 'integer', description: 'yen' },
              recordHashSum: { type: 'string', pattern: '^\\d{1,40}$' },
              isJudged: { type: 'boolean' },
            },
          },
        },
        next: { type: ['string', 'null'] },
      },
    },
    DeadLetters: {
      type: 'object',
      properties: { deadLetters: { type: 'array', items: { type: 'object' } } },
    },
    ReplayRequest: {
      type: 'object',
      required: ['ids'],
      properties: {
        ids: {
          oneOf: [
            { const: 'all' },
            { type: 'array', maxItems: 1000, items: { type: 'string', format: 'uuid' } },
          ],
        },
      },
    },
    Replayed: {
      type: 'object',
      properties: { replayed: { type: 'array', items: { type: 'string', format: 'uuid' } } },
    },
  },
};
