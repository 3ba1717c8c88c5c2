import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '@daiko/persistence';

interface PlatformPorts {
  postgres: number;
  rabbitmq: number;
  swiftProxy: number;
  frontDoor: number;
  services: Record<string, number>;
}

/** Ports of a platform, as its state folder tells them. */
export async function portsOf(stateFolder: string): Promise<PlatformPorts> {
  return JSON.parse(await readFile(join(stateFolder, 'ports.json'), 'utf8')) as PlatformPorts;
}

/** The database with the eyes of its superuser: for looking behind the doors, never for the platform's own work. */
export async function connectSuperuser(stateFolder: string): Promise<Database> {
  const secrets = await readFile(join(stateFolder, 'secrets/servers.json'), 'utf8');
  const { postgres: password } = JSON.parse(secrets) as { postgres: string };
  return Database.connect({
    host: '127.0.0.1',
    port: (await portsOf(stateFolder)).postgres,
    database: 'daiko',
    user: 'daiko',
    password,
    schema: 'public',
    applicationName: 'daiko-e2e',
    connectionsMax: 2,
  });
}
