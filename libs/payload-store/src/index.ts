export type { ByteSource } from './byte-source.js';
export { type KeyIdParts, monthOf, type Retention } from './key-id.js';
export { KeyMissing, KeyRing, type PublicKey } from './key-ring.js';
export { LeafCipher, leafCipherOf, type LeafKey, newLeafCipher } from './leaf-cipher.js';
export {
  connectObjectStore,
  ensureBucket,
  isStoreReachable,
  type ObjectStoreConfig,
  ObjectStoreUnavailable,
} from './object-store.js';
export {
  type KeyUse,
  PayloadMissing,
  PayloadStore,
  type SealOptions,
  type StoredObject,
} from './payload-store.js';
export { PayloadTampered } from './read-range.js';
export { SealingSession } from './seal.js';
export { SegmentCache } from './segment-cache.js';
export { Sweeper, type SweeperRows, type SweepResult } from './sweeper.js';
