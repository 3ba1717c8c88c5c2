/** Where bytes are read from by place; of the same shape as the source that archives are read through. */
export interface ByteSource {
  /** Length in bytes. */
  size(): Promise<number>;
  /** Exactly `length` bytes from `offset`. @throws {RangeError} beyond the end */
  read(offset: number, length: number): Promise<Uint8Array>;
}
