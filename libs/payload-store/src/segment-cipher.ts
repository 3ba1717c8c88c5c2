import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Plain bytes of one segment; only the last of a payload is shorter. */
export const segmentBytes = 256 * 1024;
/** Bytes that sealing adds to each segment. */
export const tagBytes = 16;

/**
 * Gives the memory of a buffer back at once. The garbage collector hardly sees large buffers and would let them pile up to some
 * 64 MiB. Only for a buffer that nobody else holds; shared memory is left alone.
 */
export function release(buffer: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength === buffer.buffer.byteLength) buffer.buffer.transfer(0);
}

/** What each segment is bound to beside its number and its being the last. */
export interface SegmentBinding {
  payloadId: string;
  owner: string;
}

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

function boundTo(binding: SegmentBinding, index: number, isFinal: boolean): Buffer {
  return Buffer.from(
    ['daiko segment', '1', binding.payloadId, binding.owner, index, isFinal ? 'final' : 'more'].join('\0'),
  );
}

/**
 * Seals one segment into `target` at `offset`, tag behind: AES-256-GCM; how many bytes. The number is the nonce, which is safe since a data key seals one payload once:
 * every attempt makes a fresh key.
 */
export function sealSegment(
  dataKey: Uint8Array,
  plain: Uint8Array,
  binding: SegmentBinding,
  index: number,
  isFinal: boolean,
  target: Buffer,
  offset: number,
): number {
  const cipher = createCipheriv('aes-256-gcm', dataKey, nonceOf(index));
  cipher.setAAD(boundTo(binding, index, isFinal));
  const sealed = cipher.update(plain) as Buffer<ArrayBuffer>;
  sealed.copy(target, offset);
  cipher.final();
  cipher.getAuthTag().copy(target, offset + sealed.length);
  const sealedBytes = sealed.length + tagBytes;
  release(sealed);
  return sealedBytes;
}

/** Opens one segment; null where its bytes, its place, its owner or its being the last are not those that were sealed. */
export function openSegment(
  dataKey: Uint8Array,
  sealed: Uint8Array,
  binding: SegmentBinding,
  index: number,
  isFinal: boolean,
): Uint8Array<ArrayBuffer> | null {
  if (sealed.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', dataKey, nonceOf(index), { authTagLength: tagBytes });
  decipher.setAAD(boundTo(binding, index, isFinal));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return plain;
}
