import { createHash, randomBytes } from 'node:crypto';
import { serviceNames } from '@daiko/contracts';
import { connectObjectStore, ensureBucket, KeyRing } from '@daiko/payload-store';
import { provision } from '@daiko/persistence';
import type { RunningServers } from '@daiko/servers';
import { keepSecret, type PlatformFolder, secret } from './platform-folder.js';
import { type PlatformSettings, storeUrl } from './service-environment.js';

/** Makes what is secret, provisions roles and bucket, and answers the operator's key. */
export async function prepareSecrets(
  folder: PlatformFolder,
  servers: RunningServers,
  settings: PlatformSettings,
): Promise<string> {
  const { postgres, rabbitmq, objectStore } = servers.endpoints;
  await keepSecret(folder, 'broker-url', rabbitmq.url);
  await keepSecret(folder, 'object-store-access-key', objectStore.accessKey);
  await keepSecret(folder, 'object-store-secret-key', objectStore.secretKey);
  await secret(folder, 'person-digest-key', () => randomBytes(32).toString('hex'));
  const services = [];
  for (const name of serviceNames) {
    const password = await secret(folder, `database-${name}`);
    services.push({ name, password, ownerPassword: await secret(folder, `database-${name}-owner`) });
  }
  const { host, port, superuser: user, password } = postgres;
  await provision({ host, port, user, password }, { database: settings.database, services });
  const client = connectObjectStore({ ...objectStore, endpoint: storeUrl(objectStore) });
  await ensureBucket(client, settings.bucket, objectStore.region);
  await ensurePlatformKeys(folder, new Date());
  return operatorKeyOf(folder);
}

/** Keys of this month and the next, so that intake, which cannot make any, never lacks one at midnight. */
async function ensurePlatformKeys(folder: PlatformFolder, now: Date): Promise<void> {
  const ring = new KeyRing({ publicFolder: folder.keysPublic, privateFolder: folder.keysPrivate });
  for (const retention of ['transit', 'report', 'tax-book'] as const) {
    await ring.ensureUpcomingKeys(['platform'], retention, now);
  }
}

async function operatorKeyOf(folder: PlatformFolder): Promise<string> {
  const credentialId = await secret(
    folder,
    'operator-credential-id',
    () => `op${randomBytes(6).toString('hex')}`,
  );
  const text = await secret(folder, 'operator-secret');
  const verifier = createHash('sha256').update(text).digest('hex');
  await secret(folder, 'operator-verifier.json', () => JSON.stringify({ credentialId, verifier }));
  return `dk_${credentialId}_${text}`;
}
