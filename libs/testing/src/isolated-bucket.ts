import { randomBytes } from 'node:crypto';
import { Client } from 'minio';
import { testServers } from './test-servers.js';

/** A bucket of the object store that only one test file uses. */
export interface IsolatedBucket {
  name: string;
  client: Client;
  /** Keys of all objects in it. */
  keys(): Promise<string[]>;
  drop(): Promise<void>;
}

/** Makes a fresh bucket. */
export async function isolatedBucket(): Promise<IsolatedBucket> {
  const client = new Client(testServers().objectStore);
  const name = `t-${randomBytes(6).toString('hex')}`;
  await client.makeBucket(name);
  const keys = async () => {
    const found: string[] = [];
    for await (const item of client.listObjectsV2(name, '', true))
      found.push((item as { name: string }).name);
    return found;
  };
  return {
    name,
    client,
    keys,
    drop: async () => {
      for (const key of await keys()) await client.removeObject(name, key);
      await client.removeBucket(name);
    },
  };
}
