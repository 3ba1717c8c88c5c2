import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endServers, purgeServers } from '@daiko/servers';

/** Ends the servers of a run that was killed; services end with their parent by themselves. */
export async function endLeftovers(stateFolder: string): Promise<void> {
  await endServers(stateFolder);
}

/** Removes all data of a platform: of its servers, its keys, secrets, logs and demonstration. Fetched packages stay. */
export async function purgePlatform(stateFolder: string): Promise<void> {
  await purgeServers(stateFolder);
  for (const name of ['keys', 'secrets', 'tls', 'watch', 'run', 'log', 'demonstration']) {
    await rm(join(stateFolder, name), { recursive: true, force: true });
  }
}
