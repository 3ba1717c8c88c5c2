import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@daiko/persistence';
import { isFresh, type KnownCredential, type KnownPartner } from './known-partner.js';
import { readByCredential, readByNumber, readConfirmation, readWithWatchFolder } from './partner.store.js';

/** Injection token of the clock: `() => Date`. */
export const ACCESS_CLOCK = Symbol('access clock');
/** Injection token: true in identity, whose directory is the original and never stale. */
export const IS_DIRECTORY_OWNER = Symbol('is directory owner');

/** Another process of the service may take the message; this process sees the change after at most this time. */
const memoryAgeMsMax = 5_000;
const memoryCountMax = 10_000;

/** A clock that jumped back makes what was read look newer than now: it is read again, or a withdrawn key would live on. */
const isYoung = (ageMs: number): boolean => ageMs >= 0 && ageMs < memoryAgeMsMax;

interface Remembered {
  partner: KnownPartner;
  credential: KnownCredential;
  readAtMs: number;
}

/** The service's copy of the partner directory (取引先台帳の写し). */
@Injectable()
export class PartnerDirectory {
  private readonly memory = new Map<string, Remembered>();
  private lastFreshAtMs = -Infinity;

  constructor(
    private readonly database: Database,
    @Inject(ACCESS_CLOCK) private readonly now: () => Date,
    @Inject(IS_DIRECTORY_OWNER) private readonly isOwner: boolean,
  ) {}

  /** The partner of a credential, whatever its state and validity; null where it is not known. */
  async byCredential(
    credentialId: string,
  ): Promise<{ partner: KnownPartner; credential: KnownCredential } | null> {
    const nowMs = this.now().getTime();
    const known = this.memory.get(credentialId);
    if (known !== undefined && isYoung(nowMs - known.readAtMs)) return known;
    const read = await readByCredential(this.database, credentialId);
    this.memory.delete(credentialId);
    if (read === null) return null;
    if (this.memory.size >= memoryCountMax) this.memory.clear();
    this.memory.set(credentialId, { ...read, readAtMs: nowMs });
    return read;
  }

  /** A partner by its number (健診機関番号, 保険者番号); null where it is not known. */
  byNumber(number: string): Promise<KnownPartner | null> {
    return readByNumber(this.database, number);
  }

  /** Active partners that have a watch folder. */
  partnersWithWatchFolder(): Promise<KnownPartner[]> {
    return readWithWatchFolder(this.database);
  }

  /** True where identity has confirmed the copy within 24 hours. */
  async isFresh(): Promise<boolean> {
    if (this.isOwner) return true;
    const now = this.now();
    if (isYoung(now.getTime() - this.lastFreshAtMs)) return true;
    const { confirmedAt } = await readConfirmation(this.database);
    const fresh = isFresh(confirmedAt, now);
    this.lastFreshAtMs = fresh ? now.getTime() : -Infinity;
    return fresh;
  }

  /** Forgets what was read, so that a change just committed holds at once in this process. */
  forget(): void {
    this.memory.clear();
    this.lastFreshAtMs = -Infinity;
  }
}
