import type { FastifyInstance } from 'fastify';
import { type HealthRegistry, metrics } from '@daiko/observability';

/** Where a service stands between its start and its end. */
export interface ServiceState {
  phase: 'starting' | 'ready' | 'stopping';
}

/** `/health/live`, `/health/ready`, `/metrics`: for the supervisor and Prometheus on loopback, without credential. */
export function serveProbes(fastify: FastifyInstance, health: HealthRegistry, state: ServiceState): void {
  fastify.get('/health/live', async () => ({ status: 'live' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const { isReady, checks } = await health.readiness();
    const ready = isReady && state.phase === 'ready';
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not-ready', phase: state.phase, checks });
  });
  fastify.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.contentType).send(await metrics.text()),
  );
}
