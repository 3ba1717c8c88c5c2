import { Inject, Injectable } from '@nestjs/common';
import type { PastValues } from '@daiko/inspection-rules';
import { UnitOfWork } from '@daiko/messaging';
import {
  KeyMissing,
  KeyRing,
  type LeafCipher,
  leafCipherOf,
  type LeafKey,
  newLeafCipher,
} from '@daiko/payload-store';
import { Database } from '@daiko/persistence';
import { CLOCK } from '@daiko/service';
import { findLeafKeys, type HistoryRow, insertLeafKey } from './history.store.js';

const purpose = 'inspection-history';
/** Ciphers of earlier days kept open, so that a chunk unwraps none twice. */
const openMax = 400;

/** Past results (過去の結果) of the history: sealed leaves in its rows, one data key a day and process. */
@Injectable()
export class HistoryLeaves {
  private today: { day: string; cipher: Promise<LeafCipher> } | null = null;
  private readonly open = new Map<string, LeafCipher>();

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  /** The cipher of the day; its wrapped key is committed before anything is sealed with it. */
  async cipherOf(now: Date): Promise<LeafCipher> {
    const day = now.toISOString().slice(0, 10);
    if (this.today?.day !== day) this.today = { day, cipher: this.make(now) };
    try {
      return await this.today.cipher;
    } catch (fault) {
      this.today = null;
      throw fault;
    }
  }

  /** Opens the leaves of rows, in their order; null where a row has none. The marks of the keys' use commit first. */
  async openAll(rows: readonly HistoryRow[]): Promise<(PastValues | null)[]> {
    const keyIds = new Set(rows.flatMap(({ leafKeyId }) => (leafKeyId === null ? [] : [leafKeyId])));
    const ciphers = await this.ciphersOf([...keyIds]);
    return rows.map((row) => {
      if (row.leaf === null || row.leafKeyId === null) return null;
      const text = ciphers.get(row.leafKeyId)?.open(leafName(row), row.leaf);
      return text === undefined ? null : (JSON.parse(text) as PastValues);
    });
  }

  private async make(now: Date): Promise<LeafCipher> {
    const cipher = await newLeafCipher(this.keyRing, {
      owner: 'platform',
      retention: 'report',
      purpose,
      now,
    });
    await insertLeafKey(this.database, cipher.key, now);
    return cipher;
  }

  private async ciphersOf(leafKeyIds: string[]): Promise<Map<string, LeafCipher>> {
    if (leafKeyIds.length === 0) return new Map();
    const keys = await findLeafKeys(this.database, leafKeyIds);
    await this.unitOfWork.run(async (tx) => {
      for (const { leafKeyId, keyId } of keys) {
        const usedAt = this.now().toISOString();
        tx.publish('inspection.key.used.v1', leafKeyId, { keyId, payloadId: leafKeyId, purpose, usedAt });
      }
    });
    const ciphers = new Map<string, LeafCipher>();
    for (const key of keys) {
      const cipher = this.open.get(key.leafKeyId) ?? (await this.unwrap(key));
      if (cipher !== null) ciphers.set(key.leafKeyId, cipher);
    }
    return ciphers;
  }

  /** Null where the key was destroyed at the end of its retention: its values are forgotten, its rows are not. */
  private async unwrap(key: LeafKey): Promise<LeafCipher | null> {
    try {
      const cipher = await leafCipherOf(this.keyRing, key, purpose);
      if (this.open.size < openMax) this.open.set(key.leafKeyId, cipher);
      return cipher;
    } catch (fault) {
      if (fault instanceof KeyMissing) return null;
      throw fault;
    }
  }
}

/** What a leaf is bound to. */
export function leafName({ submissionId, index }: { submissionId: string; index: number }): string {
  return `${submissionId}/${index}`;
}
