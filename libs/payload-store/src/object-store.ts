import { Client, S3Error } from 'minio';

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

/**
 * The store does not answer, is full or fails by itself: nobody's fault, and no verdict on a payload. A handler of messages that
 * meets it waits and tries again (`isOutage`), without using up an attempt.
 */
export class ObjectStoreUnavailable extends Error {
  readonly isOutage = true;

  constructor(operation: string, cause: unknown) {
    super(`object store: ${operation} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'ObjectStoreUnavailable';
  }
}

/** Bounds a request in time. What comes after the bound is ignored. @throws {ObjectStoreUnavailable} or what the store answered about the object */
export async function withinTime<T>(work: Promise<T>, timeoutMs: number, operation: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ObjectStoreUnavailable(operation, `no answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, bound]);
  } catch (error) {
    throw isOutage(error) ? new ObjectStoreUnavailable(operation, error) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** S3 codes that say something about an object, and so will not go away by waiting. */
const answersAboutObjects = ['NoSuchKey', 'NotFound', 'NoSuchUpload', 'InvalidRange'];

function isOutage(error: unknown): boolean {
  const code = storeErrorCode(error);
  if (code !== null) return !answersAboutObjects.includes(code);
  // A server's fault (5xx) may come without a code; where minio has tried again it ends with a plain error.
  return error instanceof S3Error || (error instanceof Error && error.message.startsWith('Request failed'));
}

/** S3 error code of an error, e.g. `NoSuchKey`; null where it is none. */
export function storeErrorCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}
