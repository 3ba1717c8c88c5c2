import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordHash } from '@daiko/contracts';
import { dueChunks, planChunks } from './plan-chunks.js';

const submissionId = '01930000-0000-7000-8000-000000000001';

describe('planning chunks', () => {
  it('puts every record into exactly one chunk, candidates last, and keeps hash sums and yen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (flags, size) => {
          const isCandidate = (index: number): boolean => index > 0 && flags[index] === true;
          const plan = planChunks(submissionId, flags.length, isCandidate, (index) => index, size);
          const planned = plan.chunks.flatMap((chunk) => chunk.recordIndexes);
          expect([...planned].sort((a, b) => a - b)).toEqual(flags.map((_, index) => index));
          const sum = plan.chunks.reduce((total, chunk) => total + chunk.recordHashSum, 0n);
          expect(sum).toBe(planned.reduce((total, index) => total + recordHash(submissionId, index), 0n));
          expect(plan.chunks.reduce((yen, chunk) => yen + chunk.claimYen, 0)).toBe(
            planned.reduce((yen, index) => yen + index, 0),
          );
          plan.chunks.forEach((chunk, at) => {
            expect(chunk.chunkIndex).toBe(at);
            expect(chunk.recordIndexes.length).toBeLessThanOrEqual(size);
            for (const index of chunk.recordIndexes)
              expect(isCandidate(index)).toBe(at >= plan.ordinaryCount);
          });
        },
      ),
    );
  });

  it('makes every chunk due exactly once, candidates one after the other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 10 }),
        (ordinaryCount, candidates) => {
          const plan = { chunkCount: ordinaryCount + candidates, ordinaryCount };
          const due: number[] = [];
          for (let done = 0; done <= plan.chunkCount; done += 1) due.push(...dueChunks(plan, done));
          expect(due).toEqual(Array.from({ length: plan.chunkCount }, (_, index) => index));
        },
      ),
    );
  });
});
