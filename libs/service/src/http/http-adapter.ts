import { FastifyAdapter } from '@nestjs/platform-fastify';
import { jsonBytesMax } from './problem-of-error.js';

/** A whole request, 8 GiB over a slow line included, ms. */
const requestTimeoutMs = 6 * 60 * 60 * 1000;
/** A connection on which nothing moves, ms. */
const silenceMs = 5 * 60 * 1000;

/**
 * Fastify with our bounds: header 20 s, silence 5 min, whole request 6 h, JSON 1 MiB. Bodies of `streamedMediaTypes` are touched by
 * no parser (`request.raw` is the stream); any other media type but JSON is refused.
 */
export function createHttpAdapter(streamedMediaTypes: readonly string[]): FastifyAdapter {
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
  for (const type of streamedMediaTypes) {
    fastify.addContentTypeParser(type, (_request, _payload, done) => done(null));
  }
  return adapter;
}
