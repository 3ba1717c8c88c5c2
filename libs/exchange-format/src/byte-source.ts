/**
 * Where bytes come from: a file, a range of an object store, or memory in a test. The library opens nothing itself.
 * An error thrown by `read` (a broken disk, a lost connection) passes through unchanged: it says nothing about the archive.
 */
export interface ByteSource {
  /** Length of the whole in bytes; must not change while it is read. */
  size(): Promise<number>;
  /** Exactly `length` bytes from `offset`, or an error; never fewer. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A source over bytes already in memory. */
export class MemorySource implements ByteSource {
  constructor(private readonly bytes: Uint8Array) {}

  size(): Promise<number> {
    return Promise.resolve(this.bytes.length);
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    const end = offset + length;
    if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || end > this.bytes.length) {
      return Promise.reject(new RangeError(`bytes ${offset} to ${end} are outside the source`));
    }
    return Promise.resolve(this.bytes.subarray(offset, end));
  }
}
