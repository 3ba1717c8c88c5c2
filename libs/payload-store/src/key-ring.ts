import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOnce } from '@daiko/whole-files';
import { keyIdOf, monthOf, parseKeyId, type Retention, slotOf } from './key-id.js';

/** Public part of a key of the ring. */
export interface PublicKey {
  keyId: string;
  key: KeyObject;
}

/** A key that the ring does not hold: not made yet for this month, destroyed, or private parts are not of this service. */
export class KeyMissing extends Error {
  constructor(readonly wanted: string) {
    super(`the key ring does not hold ${wanted}`);
    this.name = 'KeyMissing';
  }
}

function isCode(error: unknown, code: string): boolean {
  return (error as { code?: unknown } | null)?.code === code;
}

/**
 * The keys that data keys are wrapped to (鍵束): one X25519 pair per owner (`platform` or an insurer number), class of retention
 * and month. Public parts as `<keyId>.pub`, private parts as `<keyId>.key` (0600) in a folder that only few services are given.
 * Which pair is the month's stands in `<owner>.<retention>.<YYYY-MM>.slot`, so that two processes racing agree on one.
 */
export class KeyRing {
  private readonly publicFolder: string;
  private readonly privateFolder: string | undefined;
  private readonly publicKeys = new Map<string, PublicKey>();
  private readonly privateKeys = new Map<string, KeyObject>();

  constructor(folders: { publicFolder: string; privateFolder?: string | undefined }) {
    this.publicFolder = folders.publicFolder;
    this.privateFolder = folders.privateFolder;
  }

  /**
   * Key to seal with now. A ring with private parts makes the month's key where it is not there yet.
   * @throws {KeyMissing} where it is not there and this ring may not make it
   */
  async currentPublicKey(owner: string, retention: Retention, now: Date): Promise<PublicKey> {
    const slot = slotOf(owner, retention, monthOf(now));
    const cached = this.publicKeys.get(slot);
    if (cached !== undefined) return cached;
    const keyId =
      (await this.publicIdInSlot(slot)) ??
      (this.privateFolder === undefined ? null : await this.ensureKey(owner, retention, monthOf(now)));
    if (keyId === null) throw new KeyMissing(slot);
    const key = { keyId, key: await this.publicKey(keyId) };
    this.publicKeys.set(slot, key);
    return key;
  }

  /** Makes the pair of an owner, class and month (`YYYY-MM`) unless it is there; its id. Safe against another process doing the same. */
  async ensureKey(owner: string, retention: Retention, month: string): Promise<string> {
    const folder = this.privateFolder;
    if (folder === undefined) throw new KeyMissing(`private folder for ${owner}`);
    await Promise.all([
      mkdir(folder, { recursive: true, mode: 0o700 }),
      mkdir(this.publicFolder, { recursive: true }),
    ]);
    const slot = slotOf(owner, retention, month);
    const keyId = (await this.keyInSlot(slot)) ?? (await this.createKey(folder, slot));
    const publicKey = createPublicKey(await this.privateKey(keyId));
    await writeOnce(
      join(this.publicFolder, `${keyId}.pub`),
      publicKey.export({ type: 'spki', format: 'pem' }) as string,
      0o644,
    );
    return keyId;
  }

  /** Makes the platform's keys, or those of `owners`, for this month and the next, so that services without private parts find them at the turn. */
  async ensureUpcomingKeys(owners: readonly string[], retention: Retention, now: Date): Promise<string[]> {
    const thisMonth = monthOf(now);
    const [year = 0, month = 0] = thisMonth.split('-').map(Number);
    const nextMonth = monthOf(new Date(Date.UTC(year, month, 1)));
    const keyIds: string[] = [];
    for (const owner of owners) {
      keyIds.push(await this.ensureKey(owner, retention, thisMonth));
      keyIds.push(await this.ensureKey(owner, retention, nextMonth));
    }
    return keyIds;
  }

  /** @throws {KeyMissing} */
  async publicKey(keyId: string): Promise<KeyObject> {
    return createPublicKey(await this.readKey(this.publicFolder, keyId, 'pub'));
  }

  /** @throws {KeyMissing} where the key was destroyed or this service holds no private parts */
  async privateKey(keyId: string): Promise<KeyObject> {
    const cached = this.privateKeys.get(keyId);
    if (cached !== undefined) return cached;
    const key = createPrivateKey(await this.readKey(this.privateFolder, keyId, 'key'));
    this.privateKeys.set(keyId, key);
    return key;
  }

  /** Destroys a key (廃棄): whatever is wrapped to it alone can never be opened again, not even from a backup of the store. */
  async destroyKey(keyId: string): Promise<void> {
    const parts = parseKeyId(keyId);
    if (parts === null || this.privateFolder === undefined) throw new KeyMissing(keyId);
    const slot = slotOf(parts.owner, parts.retention, parts.month);
    if ((await this.keyInSlot(slot)) === keyId) await rm(join(this.privateFolder, `${slot}.slot`));
    await rm(join(this.publicFolder, `${keyId}.pub`), { force: true });
    await rm(join(this.privateFolder, `${keyId}.key`), { force: true });
    this.privateKeys.delete(keyId);
    this.publicKeys.delete(slot);
  }

  private async createKey(folder: string, slot: string): Promise<string> {
    const pair = generateKeyPairSync('x25519');
    const keyId = keyIdOf(slot, pair.publicKey);
    const file = join(folder, `${keyId}.key`);
    await writeOnce(file, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
    if (await writeOnce(join(folder, `${slot}.slot`), keyId)) return keyId;
    await rm(file, { force: true });
    const winner = await this.keyInSlot(slot);
    if (winner === null) throw new KeyMissing(slot);
    return winner;
  }

  private async keyInSlot(slot: string): Promise<string | null> {
    try {
      return (await readFile(join(this.privateFolder ?? '', `${slot}.slot`), 'utf8')).trim();
    } catch (error) {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    }
  }

  private async publicIdInSlot(slot: string): Promise<string | null> {
    if (this.privateFolder !== undefined) return this.keyInSlot(slot);
    let names: string[];
    try {
      names = await readdir(this.publicFolder);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    }
    const own = names.filter((name) => name.startsWith(`${slot}.`) && name.endsWith('.pub')).sort();
    return own[0]?.slice(0, -'.pub'.length) ?? null;
  }

  private async readKey(folder: string | undefined, keyId: string, ending: string): Promise<string> {
    if (folder === undefined || parseKeyId(keyId) === null) throw new KeyMissing(keyId);
    try {
      return await readFile(join(folder, `${keyId}.${ending}`), 'utf8');
    } catch (error) {
      if (isCode(error, 'ENOENT')) throw new KeyMissing(keyId);
      throw error;
    }
  }
}
