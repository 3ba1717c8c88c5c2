/** Signatures and fixed lengths of the ZIP format (PKWARE APPNOTE 6.3), in bytes. */
export const ZIP = {
  localSignature: 0x04034b50,
  localLength: 30,
  centralSignature: 0x02014b50,
  centralLength: 46,
  endSignature: 0x06054b50,
  endLength: 22,
  maxComment: 0xffff,
  end64Signature: 0x06064b50,
  end64Length: 56,
  locator64Signature: 0x07064b50,
  locator64Length: 20,
  extra64: 0x0001,
  extraUnicodePath: 0x7075,
  flagEncrypted: 0x0001,
  flagDescriptor: 0x0008,
  flagStrongEncryption: 0x0040,
  flagMaskedHeaders: 0x2000,
  methodStored: 0,
  methodDeflated: 8,
  methodAes: 99,
  max16: 0xffff,
  max32: 0xffffffff,
} as const;

/** A view of the same bytes for little-endian numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64-bit little-endian number, or null where it is no safe integer. */
export function readUint64(view: DataView, at: number): number | null {
  const value = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  return Number.isSafeInteger(value) ? value : null;
}
