import type { IncomingHttpHeaders } from 'node:http';
import httpProxy from '@fastify/http-proxy';
import { openApiDocument, openApiParts, Problem, type ServiceName } from '@daiko/contracts';
import { currentTraceparent, type Logger } from '@daiko/observability';
import { observeRequests, sendProblem, serviceProblems } from '@daiko/service';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { serviceProbe, type Targets } from './probe-services.js';
import { frontDoorProblems } from './problems.js';
import { routes } from './routes.js';
import { renderStartPage } from './start-page.js';
import { tlsProfile } from './tls-profile.js';

/** What the front door is built from; certificate and key are PEM texts. */
export interface FrontDoorOptions {
  certificate: string;
  key: string;
  targets: Targets;
  version: string;
  logger: Logger;
}

/** Bounds, ms and bytes: a header, silence on a connection, a whole request with 8 GiB over a slow line. */
const headerMsMax = 20_000;
const silenceMsMax = 5 * 60 * 1000;
const requestMsMax = 6 * 60 * 60 * 1000;
const headerBytesMax = 16 * 1024;
const connectionCountMax = 2_000;
const awaySeconds = 5;

const silentCodes = new Set(['FST_REPLY_FROM_GATEWAY_TIMEOUT', 'FST_REPLY_FROM_HTTP_REQUEST_TIMEOUT']);

/** What a client may say about itself is dropped; what we know stands instead. A service trusts neither: it checks the key. */
function forwardedHeaders(request: FastifyRequest, headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept = Object.entries(headers).filter(
    ([name]) =>
      name !== 'forwarded' && name !== 'expect' && !name.startsWith('x-forwarded-') && name !== 'x-real-ip',
  );
  return {
    ...Object.fromEntries(kept),
    'x-forwarded-for': request.ip,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': request.headers.host ?? '',
    traceparent: currentTraceparent(),
  };
}

function answerFailure(service: ServiceName, reply: FastifyReply, error: Error & { code?: string }): void {
  const isSilent = error.code !== undefined && silentCodes.has(error.code);
  const problem = isSilent
    ? new Problem(frontDoorProblems.serviceSilent, { service })
    : new Problem(frontDoorProblems.serviceAway, { service }, {}, awaySeconds);
  // Request and body report the same break: the first has answered.
  if (reply.sent) return;
  // The proxy has ended the reading of the body with its request: this connection takes no further one.
  if (!reply.request.raw.complete) void reply.header('connection', 'close');
  sendProblem(reply, problem);
}

async function openRoutes(app: FastifyInstance, targets: Targets): Promise<void> {
  for (const { prefix, service, rewritePrefix } of routes) {
    const port = targets[service];
    if (port === undefined) continue;
    await app.register(httpProxy, {
      upstream: `http://127.0.0.1:${port}`,
      prefix,
      rewritePrefix,
      http: {
        agentOptions: { keepAlive: true, maxSockets: 256, maxFreeSockets: 32 },
        requestOptions: { timeout: silenceMsMax },
      },
      disableCache: true,
      replyOptions: {
        // Whether to send again is for the sender to decide: never twice by us.
        retryDelay: () => null,
        rewriteRequestHeaders: (request, headers) =>
          forwardedHeaders(request as FastifyRequest, headers as IncomingHttpHeaders),
        onError: (reply, { error }) => answerFailure(service, reply as unknown as FastifyReply, error),
      },
    });
  }
}

function openOwnPages(app: FastifyInstance, { targets, version }: FrontDoorOptions): void {
  const document = JSON.stringify(openApiDocument(openApiParts, version));
  const probe = serviceProbe(targets, Date.now);
  app.get('/', async (request, reply) => {
    const page = renderStartPage(`https://${request.host}`);
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      )
      .send(page);
  });
  app.get('/openapi.json', async (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(document),
  );
  app.get('/health', async (_request, reply) => {
    const services = await probe();
    const isReady = Object.values(services).every((state) => state === 'ready');
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not-ready', services });
  });
  app.get('/health/live', async () => ({ status: 'live' }));
}

/** Builds the front door: TLS, one origin, the way to every service. It holds no rule and knows no partner. */
export async function buildFrontDoor(options: FrontDoorOptions): Promise<FastifyInstance> {
  const app = fastify({
    https: {
      ...tlsProfile,
      cert: options.certificate,
      key: options.key,
      handshakeTimeout: 10_000,
      headersTimeout: headerMsMax,
      maxHeaderSize: headerBytesMax,
    },
    requestTimeout: requestMsMax,
    connectionTimeout: silenceMsMax,
    keepAliveTimeout: 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
  }) as unknown as FastifyInstance;
  app.server.maxConnections = connectionCountMax;
  observeRequests(app, options.logger);
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('x-content-type-options', 'nosniff');
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem(serviceProblems.notFound)));
  app.setErrorHandler((error, _request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    const kind = status < 500 ? serviceProblems.requestInvalid : serviceProblems.fault;
    if (status >= 500) options.logger.error('The front door failed', { error });
    sendProblem(reply, new Problem(kind, { places: 'request', faultNumber: '-' }));
  });
  openOwnPages(app, options);
  await openRoutes(app, options.targets);
  return app;
}
