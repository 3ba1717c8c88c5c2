import { randomUUID } from 'node:crypto';
import { type MessageData, type MessageType, recordHash } from '@daiko/contracts';
import type { Message } from '@daiko/messaging';

/** A message as a handler receives it. */
export function messageOf<T extends MessageType>(type: T, data: MessageData<T>, time: string): Message<T> {
  const envelope = {
    specversion: '1.0',
    id: randomUUID(),
    source: type.split('.')[0],
    type,
    subject: 'test',
    time,
    datacontenttype: 'application/json',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    data,
  } as unknown as Message<T>['envelope'];
  return { envelope, data, attempt: 1 };
}

export type RecordLines = MessageData<'routing.bundle.sealed.v1'>['records'];

/** A sealed bundle with right totals. */
export function sealedBundle(
  insurerNumber: string,
  kind: 'checkup' | 'guidance',
  records: RecordLines,
  sealedAt: string,
): MessageData<'routing.bundle.sealed.v1'> {
  const hashSum = records.reduce((sum, { submissionId, index }) => sum + recordHash(submissionId, index), 0n);
  return {
    bundleId: randomUUID(),
    insurerNumber,
    kind,
    rootName: '06999981_91399998_202606150_3',
    sha256: 'a'.repeat(64),
    sizeBytes: 1000,
    sealedAt,
    recordCount: records.length,
    claimYen: records.reduce((sum, { claimYen }) => sum + claimYen, 0),
    recordHashSum: hashSum.toString(),
    records,
  };
}
