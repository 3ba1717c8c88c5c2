import { randomInt } from 'node:crypto';
import { normaliseForComparison } from '@daiko/exchange-format';
import type { PersonIdentity } from './identity.js';
import { linkingTicket } from './linking-ticket.js';

/** What records of one archive are told to belong together by. Sensitive: lives in memory only. */
export interface LinkedBy {
  readonly identity: PersonIdentity;
  readonly name: string;
  readonly ticketNumber: string | null;
}

const END = 0x1_0000;
const seeds = [randomInt(2 ** 32), randomInt(2 ** 32)] as const;

/** Person, name and ticket. */
const linksOfRecord = 3;

/**
 * Which records of an archive have others of the same person, name or ticket, as its claims say. Only those can repeat one
 * another; they are few. Keeps 52 bits of a hash of each, whose collisions only make a record one that is looked at.
 */
export class RecordLinks {
  private readonly hashes: Float64Array;
  private readonly firsts: Uint32Array;
  private readonly later: Uint8Array;
  private readonly linked: Uint8Array;

  constructor(recordCount: number) {
    let size = 8;
    while (size < recordCount * linksOfRecord * 1.25) size *= 2;
    this.hashes = new Float64Array(size);
    this.firsts = new Uint32Array(size);
    this.later = new Uint8Array(recordCount);
    this.linked = new Uint8Array(recordCount);
  }

  /** Takes the next record, in the order of the archive. */
  add(index: number, { identity, name, ticketNumber }: LinkedBy): void {
    const { insurerNumber, symbol, number, branch, birthDate, sex } = identity;
    this.link(index, ['person', insurerNumber, symbol, number, branch, birthDate, sex]);
    if (name !== '') this.link(index, ['name', normaliseForComparison(name), birthDate, sex]);
    const ticket = linkingTicket({ ticketNumber, insurerNumber });
    if (ticket !== null) this.link(index, ['ticket', ticket.ticketNumber, insurerNumber]);
  }

  /** True for a record of which the archive has an earlier one. */
  hasEarlier(index: number): boolean {
    return this.later[index] === 1;
  }

  /** True for a record of which the archive has another, earlier or later. */
  hasOther(index: number): boolean {
    return this.linked[index] === 1;
  }

  private link(index: number, parts: readonly string[]): void {
    const first = this.firstOf(hash52(parts), index);
    if (first === index) return;
    this.later[index] = 1;
    this.linked[index] = 1;
    this.linked[first] = 1;
  }

  /** The first record that came with a hash: `index` itself where none had. */
  private firstOf(found: number, index: number): number {
    const { hashes, firsts } = this;
    let slot = found % hashes.length;
    while (hashes[slot] !== 0 && hashes[slot] !== found) slot = (slot + 1) % hashes.length;
    if (hashes[slot] === found) return firsts[slot]!;
    hashes[slot] = found;
    firsts[slot] = index;
    return index;
  }
}

/** Two mixings of 32 bits, begun by chance so that nobody can write records that collide. Never 0, which is an empty place. */
function hash52(parts: readonly string[]): number {
  let [high, low] = seeds;
  for (const part of parts) {
    for (let at = 0; at <= part.length; at++) {
      // Behind the last character stands what no character is.
      const code = at < part.length ? part.charCodeAt(at) : END;
      high = Math.imul(high ^ code, 0x9e3779b1);
      low = Math.imul(low ^ code, 0x85ebca77);
      high ^= high >>> 15;
      low ^= low >>> 13;
    }
  }
  return (high >>> 0) * 2 ** 20 + (low >>> 12) || 1;
}
