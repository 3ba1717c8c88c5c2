import { randomBytes } from 'node:crypto';
import { testServers } from './test-servers.js';

/** A virtual host of the broker that only one test file uses. */
export interface IsolatedVhost {
  name: string;
  /** `amqp://user:password@host:port/<vhost>` */
  url: string;
  drop(): Promise<void>;
}

/** Makes a fresh virtual host. */
export async function isolatedVhost(): Promise<IsolatedVhost> {
  const { rabbitmq } = testServers();
  const name = `t-${randomBytes(6).toString('hex')}`;
  const authorization = `Basic ${Buffer.from(`${rabbitmq.user}:${rabbitmq.password}`).toString('base64')}`;
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${rabbitmq.managementUrl}/api/${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`broker management: ${method} ${path} answered ${response.status}`);
  };
  await call('PUT', `vhosts/${name}`, {});
  await call('PUT', `permissions/${name}/${encodeURIComponent(rabbitmq.user)}`, {
    configure: '.*',
    write: '.*',
    read: '.*',
  });
  const url = new URL(rabbitmq.url);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => call('DELETE', `vhosts/${name}`) };
}
