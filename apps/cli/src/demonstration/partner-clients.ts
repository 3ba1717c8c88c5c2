import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AgencyClient } from '../client/agency-client.js';
import type { RunningPlatform } from '../platform/run-platform.js';

/** Where the key of an invented partner lies, on its own side of the platform. */
export function keyFile(platform: RunningPlatform, number: string): string {
  return join(platform.folder.demonstration, 'partners', `${number}.key`);
}

/** One client per invented partner, by its number. */
export type PartnerClients = Map<string, AgencyClient>;

export async function partnerClients(
  platform: RunningPlatform,
  ca: string,
  numbers: string[],
): Promise<PartnerClients> {
  const clients: PartnerClients = new Map();
  for (const number of numbers) {
    const key = await readFile(keyFile(platform, number), 'utf8');
    clients.set(number, new AgencyClient({ origin: platform.origin, ca, key }));
  }
  return clients;
}

export function clientOf(clients: PartnerClients, number: string): AgencyClient {
  const client = clients.get(number);
  if (client === undefined) throw new Error(`the demonstration has no partner ${number}`);
  return client;
}
