import type { connectObjectStore } from '@daiko/payload-store';

/** The connection to the object store and the bucket of the platform. */
export interface ObjectStore {
  client: ReturnType<typeof connectObjectStore>;
  bucket: string;
}

/** Injection token of the {@link ObjectStore}. */
export const OBJECT_STORE = Symbol('object store');
