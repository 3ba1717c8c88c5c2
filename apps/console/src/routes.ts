import { type ServiceName, serviceNames } from '@daiko/contracts';

/** Where a path at the front door leads. */
export interface Route {
  prefix: string;
  service: ServiceName;
  /** What stands in place of the prefix at the service. */
  rewritePrefix: string;
}

const partnerPaths: readonly [string, ServiceName][] = [
  ['/v1/submissions', 'intake'],
  ['/v1/receipts', 'intake'],
  ['/.well-known/daiko/receipt-keys.json', 'intake'],
  ['/.well-known/daiko/checkpoint-keys.json', 'audit'],
  ['/v1/queries', 'inspection'],
  ['/v1/bundles', 'routing'],
  ['/v1/returns', 'routing'],
  ['/v1/invoices', 'billing'],
  ['/v1/payment-notices', 'billing'],
  ['/v1/masters', 'billing'],
];

/**
 * Every way through the front door: the partners' paths as they are, and `/api/<service>/v1` for operators.
 * Health, metrics and whatever else a service has beside `/v1` stay behind it.
 */
export const routes: readonly Route[] = [
  ...partnerPaths.map(([prefix, service]) => ({ prefix, service, rewritePrefix: prefix })),
  ...serviceNames.map((service) => ({ prefix: `/api/${service}/v1`, service, rewritePrefix: '/v1' })),
];
