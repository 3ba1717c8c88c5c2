/** Where one file lies in an archive, as the central directory tells it. Plain data: may travel in a message. */
export interface EntryLocation {
  /** Path inside the archive, root folder included. */
  readonly path: string;
  /** Offset of the local header in bytes. */
  readonly offset: number;
  readonly compressedSize: number;
  /** Expanded size in bytes. */
  readonly size: number;
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  /** True when sizes and CRC follow the data (general purpose bit 3) instead of standing in the local header. */
  readonly descriptor: boolean;
}
