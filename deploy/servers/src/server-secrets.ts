import { randomInt } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import { readJson } from './state-folder.js';

/** Passwords of the private servers, random per state folder, kept in `<state>/secrets` (0600). */
export interface ServerSecrets {
  postgres: string;
  rabbitmq: string;
  objectStore: string;
  swiftHashSuffix: string;
  erlangCookie: string;
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + randomInt(26))).join('');
}

/** Reads the passwords, or makes them on the first start. */
export async function keepSecrets(stateFolder: string): Promise<ServerSecrets> {
  const folder = join(stateFolder, 'secrets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'servers.json');
  const kept = (await readJson(path)) as Partial<ServerSecrets> | undefined;
  const secrets: ServerSecrets = {
    postgres: kept?.postgres ?? randomLetters(32),
    rabbitmq: kept?.rabbitmq ?? randomLetters(32),
    objectStore: kept?.objectStore ?? randomLetters(40),
    swiftHashSuffix: kept?.swiftHashSuffix ?? randomLetters(32),
    erlangCookie: kept?.erlangCookie ?? randomLetters(32),
  };
  await writeWhole(path, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}
