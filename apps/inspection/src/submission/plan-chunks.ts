import { recordHash } from '@daiko/contracts';

/** A unit of work: some records of one submission that are judged and written together. */
export interface PlannedChunk {
  chunkIndex: number;
  recordIndexes: number[];
  recordHashSum: bigint;
  /** Yen claimed by the readable claims of the chunk. */
  claimYen: number;
}

export interface ChunkPlan {
  chunks: PlannedChunk[];
  /** The first so many chunks may be judged in any order; those after hold candidate duplicates and follow one by one. */
  ordinaryCount: number;
}

/**
 * Cuts a submission into chunks. Records that belong to an earlier one of the archive (`isCandidate`) go into chunks
 * of their own at the end: they are judged only when all others are, so that a returned pair never blocks another.
 */
export function planChunks(
  submissionId: string,
  recordCount: number,
  isCandidate: (index: number) => boolean,
  claimYenOf: (index: number) => number,
  chunkRecords: number,
): ChunkPlan {
  const chunks: PlannedChunk[] = [];
  let open: PlannedChunk | null = null;
  const add = (index: number): void => {
    if (open === null || open.recordIndexes.length >= chunkRecords) {
      open = { chunkIndex: chunks.length, recordIndexes: [], recordHashSum: 0n, claimYen: 0 };
      chunks.push(open);
    }
    open.recordIndexes.push(index);
    open.recordHashSum += recordHash(submissionId, index);
    open.claimYen += claimYenOf(index);
  };
  for (let index = 0; index < recordCount; index += 1) if (!isCandidate(index)) add(index);
  const ordinaryCount = chunks.length;
  open = null;
  for (let index = 0; index < recordCount; index += 1) if (isCandidate(index)) add(index);
  return { chunks, ordinaryCount };
}

/** Which chunks become due once `inspectedCount` chunks are done: all ordinary ones at first, then candidates one by one. */
export function dueChunks(
  plan: { chunkCount: number; ordinaryCount: number },
  inspectedCount: number,
): number[] {
  if (inspectedCount === 0) return Array.from({ length: plan.ordinaryCount }, (_, index) => index);
  if (inspectedCount >= plan.ordinaryCount && inspectedCount < plan.chunkCount) return [inspectedCount];
  return [];
}
