import { FastifyAdapter } from '@nestjs/platform-fastify';
import { jsonBytesMax } from './problem-of-error.js';

/** Media types that no parser touches: `request.raw` is the stream. */
export const rawMediaTypes = [
  'application/zip',
  'application/octet-stream',
  'multipart/form-data',
  'text/csv',
] as const;

/** A whole request, 8 GiB over a slow line included, ms. */
const requestTimeoutMs = 6 * 60 * 60 * 1000;
/** A connection on which nothing moves, ms. */
const silenceMs = 5 * 60 * 1000;

/** Fastify with our bounds: header 20 s, silence 5 min, whole request 6 h, JSON 1 MiB. */
export function createHttpAdapter(): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: jsonBytesMax,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: silenceMs,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: '127.0.0.1',
    http: { headersTimeout: 20_000, maxHeaderSize: 16 * 1024 },
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  for (const type of rawMediaTypes) {
    fastify.addContentTypeParser(type, (_request, _payload, done) => done(null));
  }
  return adapter;
}
