import { Client } from 'minio';

/** How to reach an S3 server; `endpoint` is `http(s)://host:port`. */
export interface ObjectStoreConfig {
  endpoint: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

/** Bytes of one part of an upload; S3 asks for at least 5 MiB in all parts but the last, and for at most 10,000 parts. */
export const partBytes = 5 * 1024 * 1024;

/** Connects to the object store. No request is made yet. */
export function connectObjectStore(config: ObjectStoreConfig): Client {
  const url = new URL(config.endpoint);
  const useSSL = url.protocol === 'https:';
  return new Client({
    endPoint: url.hostname,
    port: url.port === '' ? (useSSL ? 443 : 80) : Number(url.port),
    useSSL,
    region: config.region,
    accessKey: config.accessKey,
    secretKey: config.secretKey,
    pathStyle: true,
    partSize: partBytes,
  });
}

/** Makes the bucket unless it is there; safe where several services start at once. */
export async function ensureBucket(client: Client, bucket: string, region: string): Promise<void> {
  if (await client.bucketExists(bucket)) return;
  try {
    await client.makeBucket(bucket, region);
  } catch (error) {
    if (!(await client.bucketExists(bucket))) throw error;
  }
}

/** Whether the store answers for the bucket within `timeoutMs`; false for any fault. */
export async function isStoreReachable(client: Client, bucket: string, timeoutMs: number): Promise<boolean> {
  try {
    return await withinTime(client.bucketExists(bucket), timeoutMs, 'bucket exists');
  } catch {
    return false;
  }
}

/** The store did not answer in time; a fault of ours, never of the payload. */
export class ObjectStoreTimeout extends Error {
  constructor(operation: string, timeoutMs: number) {
    super(`object store: ${operation} took longer than ${timeoutMs} ms`);
    this.name = 'ObjectStoreTimeout';
  }
}

/** Bounds a request in time. What comes after the bound is ignored. */
export async function withinTime<T>(work: Promise<T>, timeoutMs: number, operation: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ObjectStoreTimeout(operation, timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([work, bound]);
  } finally {
    clearTimeout(timer);
  }
}

/** S3 error code of an error, e.g. `NoSuchKey`; null where it is none. */
export function storeErrorCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}
