import { calculateJwkThumbprint, type JWK } from 'jose';
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOnce, writeWhole } from '@daiko/whole-files';

/** Key that signs receipts (受領証の署名鍵). */
export interface ReceiptKey {
  kid: string;
  privateKey: KeyObject;
}

/** Public keys as served at the well-known address, retired ones included. */
export interface ReceiptKeySet {
  keys: JWK[];
}

const currentFile = 'current';

async function readCurrent(folder: string): Promise<ReceiptKey | null> {
  let kid: string;
  try {
    kid = (await readFile(join(folder, currentFile), 'utf8')).trim();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
  const jwk = JSON.parse(await readFile(join(folder, `${kid}.private.json`), 'utf8')) as JWK;
  return { kid, privateKey: createPrivateKey({ key: jwk as Record<string, string>, format: 'jwk' }) };
}

async function createKey(folder: string, now: Date): Promise<string> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwk = publicKey.export({ format: 'jwk' }) as JWK;
  const kid = await calculateJwkThumbprint(jwk);
  const shown = { ...jwk, kid, alg: 'EdDSA', use: 'sig', iat: Math.floor(now.getTime() / 1000) };
  await writeWhole(join(folder, `${kid}.private.json`), JSON.stringify(privateKey.export({ format: 'jwk' })));
  await writeWhole(join(folder, `${kid}.public.json`), JSON.stringify(shown), 0o644);
  return kid;
}

async function removeKey(folder: string, kid: string): Promise<void> {
  await Promise.all(
    ['private', 'public'].map((part) => rm(join(folder, `${kid}.${part}.json`), { force: true })),
  );
}

/** The key to sign with; made where there is none. Two processes that start at once agree on one. */
export async function ensureReceiptKey(folder: string, now: Date): Promise<ReceiptKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const current = await readCurrent(folder);
  if (current !== null) return current;
  const kid = await createKey(folder, now);
  if (!(await writeOnce(join(folder, currentFile), kid))) await removeKey(folder, kid);
  const made = await readCurrent(folder);
  if (made === null) throw new Error('the receipt key folder lost its current key');
  return made;
}

/** Makes a new key current. The old private part is destroyed; its public part stays, so that old receipts can be verified. */
export async function rotateReceiptKey(folder: string, now: Date): Promise<ReceiptKey> {
  const old = await ensureReceiptKey(folder, now);
  await writeWhole(join(folder, currentFile), await createKey(folder, now));
  await rm(join(folder, `${old.kid}.private.json`), { force: true });
  return ensureReceiptKey(folder, now);
}

/** Public keys of the folder, the newest first. */
export async function readReceiptKeys(folder: string): Promise<ReceiptKeySet> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.public.json'));
  const keys = await Promise.all(
    names.map(
      async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as JWK & { iat: number },
    ),
  );
  return { keys: keys.sort((a, b) => b.iat - a.iat || (a.kid ?? '').localeCompare(b.kid ?? '')) };
}

/** Injection token of the key that signs. */
export const RECEIPT_KEY = Symbol('receipt key');
