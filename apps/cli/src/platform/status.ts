import { serviceNames } from '@daiko/contracts';
import { connect, type ConnectionOptions } from '../client/connection.js';
import { print, table } from '../client/output.js';

/** `daiko status`: exit 1 where a service does not answer. */
export async function status(options: ConnectionOptions): Promise<void> {
  const client = await connect(options);
  const states = await Promise.all(
    serviceNames.map(async (service) => {
      const answer = await client
        .json('GET', `/api/${service}/v1/record-counts?limit=1`)
        .catch((fault: unknown) => fault);
      const isUp =
        !(answer instanceof Error) || /^4/.test(String((answer as { status?: number }).status ?? ''));
      return { service, state: isUp ? 'up' : 'down' };
    }),
  );
  print(options.format, { services: states }, () =>
    table(states.map(({ service, state }) => [service, state])),
  );
  if (states.some(({ state }) => state === 'down')) process.exitCode = 1;
}
