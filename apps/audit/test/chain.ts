import { randomUUID } from 'node:crypto';
import type { Envelope, ServiceName } from '@daiko/contracts';
import { markHash } from '@daiko/messaging';
import { genesisHash } from '../src/trail/mark-hash.js';

const time = '2026-11-24T00:00:00.000Z';

/** Messages of one stream, chained as a service chains them. */
export function chainOf(
  count: number,
  service: ServiceName = 'intake',
  firstPrevious = genesisHash,
): Envelope[] {
  const stream = `${service}/${randomUUID()}`;
  let previousHash = firstPrevious;
  return Array.from({ length: count }, (_, index) => {
    const type = `${service}.access.recorded.v1` as const;
    const data = {
      actorId: `actor-${index % 3}`,
      credentialId: null,
      action: 'submission:read',
      objectKind: 'submission',
      objectId: `object-${index}`,
      recordCount: null,
      outcome: 'allowed' as const,
      recordedAt: time,
    };
    const message = { id: randomUUID(), type, subject: `object-${index}`, time, data };
    const place = { stream, sequence: index + 1, previousHash };
    previousHash = markHash(place, message);
    return {
      specversion: '1.0',
      source: service,
      datacontenttype: 'application/json',
      traceparent: '',
      ...message,
      chain: { ...place, hash: previousHash },
    };
  });
}
