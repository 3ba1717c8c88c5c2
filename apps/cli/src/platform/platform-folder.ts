import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';

/** Where one checkout keeps everything that is its own: `.daiko/`. Who loses `keys/` loses the data. */
export interface PlatformFolder {
  root: string;
  keysPublic: string;
  keysPrivate: string;
  receiptKeys: string;
  checkpointKeys: string;
  secrets: string;
  tls: string;
  watch: string;
  /** Imported schemas (様式); public. */
  schemas: string;
  run: string;
  log: string;
  demonstration: string;
}

export async function openPlatformFolder(root: string): Promise<PlatformFolder> {
  const folder: PlatformFolder = {
    root,
    keysPublic: join(root, 'keys/public'),
    keysPrivate: join(root, 'keys/private'),
    receiptKeys: join(root, 'keys/receipt'),
    checkpointKeys: join(root, 'keys/checkpoint'),
    secrets: join(root, 'secrets'),
    tls: join(root, 'tls'),
    watch: join(root, 'watch'),
    schemas: join(root, 'schemas'),
    run: join(root, 'run'),
    log: join(root, 'log'),
    demonstration: join(root, 'demonstration'),
  };
  await mkdir(root, { recursive: true, mode: 0o755 });
  for (const path of Object.values(folder)) {
    if (path !== root) await mkdir(path, { recursive: true, mode: 0o700 });
  }
  return folder;
}

/** The text of a secret, made on first use: `make` gives its text, by default 32 random bytes in base64url. */
export async function secret(
  folder: PlatformFolder,
  name: string,
  make: () => string = () => randomBytes(32).toString('base64url'),
): Promise<string> {
  const path = secretPath(folder, name);
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    await writeFile(path, make(), { mode: 0o600, flag: 'wx' });
    return readFile(path, 'utf8');
  }
}

export function secretPath(folder: PlatformFolder, name: string): string {
  return join(folder.secrets, name);
}

/** Writes a secret that others decide (an endpoint's password), replacing what was there. */
export async function keepSecret(folder: PlatformFolder, name: string, text: string): Promise<string> {
  const path = secretPath(folder, name);
  await writeWhole(path, text);
  return path;
}
