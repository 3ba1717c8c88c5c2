import type { FastifyInstance } from 'fastify';
import { currentTraceId, type Logger, metrics, withTrace } from '@daiko/observability';

/** Puts every request into its trace, counts it and logs it by route; an address as typed never enters a log. */
export function observeRequests(fastify: FastifyInstance, logger: Logger): void {
  const durations = metrics.histogram('daiko_http_request_seconds', 'Time to answer a request', [
    'method',
    'route',
    'status',
  ]);
  const traceIds = new WeakMap<object, string | undefined>();
  // After the body is parsed: its events would leave the trace again.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const { traceparent } = request.headers;
    withTrace(typeof traceparent === 'string' ? traceparent : undefined, () => {
      traceIds.set(request, currentTraceId());
      done();
    });
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    const status = reply.statusCode;
    const durationMs = Math.round(reply.elapsedTime);
    durations.observe({ method, route, status: String(status) }, durationMs / 1000);
    const entry = { method, route, status, durationMs, traceId: traceIds.get(request) };
    if (route.startsWith('/health') || route === '/metrics') logger.debug('Request answered', entry);
    else logger.info('Request answered', entry);
    done();
  });
}
