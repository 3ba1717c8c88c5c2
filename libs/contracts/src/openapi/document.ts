/** A JSON Schema or reference of OpenAPI 3.1. */
export type OpenApiSchema = Record<string, unknown>;

/** One operation of a path; written by hand beside the service's part. */
export interface OpenApiOperation {
  operationId: string;
  /** Japanese. */
  summary: string;
  /** English. */
  description: string;
  parameters?: readonly Record<string, unknown>[];
  requestBody?: Record<string, unknown>;
  responses: Record<string, Record<string, unknown>>;
  /** Left out: the bearer key of a partner. `[]`: none needed. */
  security?: readonly Record<string, readonly string[]>[];
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What one service adds to the description of the API; paths as they stand at the front door. */
export interface OpenApiPart {
  /** Name of the service. */
  tag: string;
  /** What it does, Japanese and English. */
  about: string;
  paths: Record<string, Partial<Record<Method, OpenApiOperation>>>;
  schemas: Record<string, OpenApiSchema>;
}

const text = { type: 'string' } as const;

const problemSchema: OpenApiSchema = {
  type: 'object',
  description: 'RFC 9457; texts are Japanese, their English twins end in En.',
  required: ['type', 'status', 'code', 'title', 'titleEn', 'detail', 'detailEn', 'remedy', 'remedyEn'],
  properties: {
    type: text,
    status: { type: 'integer' },
    code: { ...text, description: 'stable words, <service>.<what>' },
    title: text,
    titleEn: text,
    detail: text,
    detailEn: text,
    remedy: text,
    remedyEn: text,
  },
  additionalProperties: true,
};

const problemNames: Record<number, string> = {
  400: '要求の形の誤り / not well formed',
  401: '認証できません / not authenticated',
  403: '許可されていません / not allowed',
  404: '見つかりません / not found',
  409: '状態が合いません / conflicts with the state',
  413: '大きすぎます / too large',
  415: '種類を扱えません / media type not supported',
  416: '範囲外です / range not satisfiable',
  422: '内容の誤り / content refused',
  429: '要求が多すぎます / too many requests',
  503: 'いまは応じられません / not available now',
};

/** Answers that are problems, by status: `...problemResponses(401, 403, 429)`. */
export function problemResponses(...statuses: number[]): Record<string, Record<string, unknown>> {
  const entries = statuses.map((status) => {
    const schema = { $ref: '#/components/schemas/Problem' };
    const description = problemNames[status] ?? 'problem';
    return [String(status), { description, content: { 'application/problem+json': { schema } } }];
  });
  return Object.fromEntries(entries);
}

/** An answer in JSON of a schema of `components`: `jsonResponse('…', 'Partner')`. */
export function jsonResponse(description: string, schemaName: string): Record<string, unknown> {
  const schema = { $ref: `#/components/schemas/${schemaName}` };
  return { description, content: { 'application/json': { schema } } };
}

/** A body in JSON of a schema of `components`. */
export function jsonBody(schemaName: string): Record<string, unknown> {
  const schema = { $ref: `#/components/schemas/${schemaName}` };
  return { required: true, content: { 'application/json': { schema } } };
}

/**
 * The whole description, OpenAPI 3.1. Throws where two parts name the same path, schema or operation:
 * a mistake of ours that a test finds.
 */
export function openApiDocument(parts: readonly OpenApiPart[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Record<string, OpenApiSchema> = { Problem: problemSchema };
  const operationIds = new Set<string>();
  for (const part of parts) {
    for (const [path, operations] of Object.entries(part.paths)) {
      if (path in paths) throw new Error(`the path ${path} is described twice`);
      const tagged = Object.entries(operations).map(([method, operation]) => {
        if (operationIds.has(operation.operationId)) {
          throw new Error(`the operation ${operation.operationId} is described twice`);
        }
        operationIds.add(operation.operationId);
        return [method, { tags: [part.tag], ...operation }];
      });
      paths[path] = Object.fromEntries(tagged);
    }
    for (const [name, schema] of Object.entries(part.schemas)) {
      if (name in schemas) throw new Error(`the schema ${name} is described twice`);
      schemas[name] = schema;
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Daiko API',
      version,
      summary: '代行機関の受領・送付・返戻・請求 / submissions, bundles, returns and invoices of the agency',
    },
    servers: [{ url: '/' }],
    tags: parts.map(({ tag, about }) => ({ name: tag, description: about })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        partnerKey: { type: 'http', scheme: 'bearer', bearerFormat: 'dk_<credentialId>_<secret>' },
      },
    },
    security: [{ partnerKey: [] }],
  };
}
