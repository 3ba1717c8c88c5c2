import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  CompactSign,
  compactVerify,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { writeWhole } from '@daiko/whole-files';

const algorithm = 'EdDSA';
const keyFile = /^[A-Za-z0-9_-]{1,64}\.jwk$/;
const type = 'daiko-checkpoint+jws';

interface SigningKey {
  keyId: string;
  privateKey: CryptoKey | Uint8Array;
  publicJwk: JWK;
}

/**
 * Keys that sign checkpoints, one file each (`<key id>.jwk`, mode 0600, the id is the RFC 7638 thumbprint). The newest file
 * signs; the public halves of all are served, so that old checkpoints stay verifiable.
 */
export class CheckpointKeys {
  private constructor(private readonly keys: readonly SigningKey[]) {}

  /** Reads the folder, made with mode 0700 where it is missing; makes a key where it holds none. */
  static async open(folder: string, now: Date): Promise<CheckpointKeys> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    let keys = await readKeys(folder);
    if (keys.length === 0) {
      await writeNewKey(folder, now);
      keys = await readKeys(folder);
    }
    return new CheckpointKeys(keys);
  }

  /** Signs a JSON value as a compact JWS (EdDSA). */
  async sign(payload: object): Promise<string> {
    const key = this.keys.at(-1);
    if (key === undefined) throw new Error('there is no key for checkpoints');
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: algorithm, kid: key.keyId, typ: type })
      .sign(key.privateKey);
  }

  /** The payload of a JWS that one of these keys has signed; null where none has. */
  async verified(jws: string): Promise<Record<string, unknown> | null> {
    try {
      const { payload } = await compactVerify(jws, async ({ kid }) => {
        const jwk = this.keys.find(({ keyId }) => keyId === kid)?.publicJwk;
        if (jwk === undefined) throw new Error('unknown key');
        return importJWK(jwk, algorithm);
      });
      return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
    } catch {
      return null;
    }
  }

  /** JWKS of the public halves. */
  publicKeys(): { keys: JWK[] } {
    return { keys: this.keys.map(({ publicJwk }) => publicJwk) };
  }
}

async function readKeys(folder: string): Promise<SigningKey[]> {
  const names = (await readdir(folder)).filter((name) => keyFile.test(name));
  const stored = await Promise.all(
    names.map(
      async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as JWK & { createdAt?: string },
    ),
  );
  stored.sort((a, b) => String(a.createdAt).localeCompare(String(b.createdAt)));
  return Promise.all(
    stored.map(async ({ createdAt: _, ...jwk }) => {
      const { kty, crv, x } = jwk;
      const keyId = await calculateJwkThumbprint(jwk);
      const publicJwk = { kty, crv, x, kid: keyId, alg: algorithm, use: 'sig' } as JWK;
      return { keyId, privateKey: await importJWK(jwk, algorithm), publicJwk };
    }),
  );
}

async function writeNewKey(folder: string, now: Date): Promise<void> {
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const keyId = await calculateJwkThumbprint(jwk);
  await writeWhole(join(folder, `${keyId}.jwk`), JSON.stringify({ ...jwk, createdAt: now.toISOString() }));
}
