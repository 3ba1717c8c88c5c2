import { type MessageData, recordHash } from '@daiko/contracts';

/** Whether a bundle's own totals are those of the records it names, and it names each once. */
export function areTotalsRight(data: MessageData<'routing.bundle.sealed.v1'>): boolean {
  const names = new Set(data.records.map(({ submissionId, index }) => `${submissionId}/${index}`));
  const yen = data.records.reduce((sum, { claimYen }) => sum + claimYen, 0);
  const hashSum = data.records.reduce(
    (sum, { submissionId, index }) => sum + recordHash(submissionId, index),
    0n,
  );
  return (
    names.size === data.records.length &&
    data.recordCount === data.records.length &&
    data.claimYen === yen &&
    BigInt(data.recordHashSum) === hashSum
  );
}
