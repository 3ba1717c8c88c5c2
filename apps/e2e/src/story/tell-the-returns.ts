import { beforeAll, describe, expect, it } from '@jest/globals';
import { claimsIn } from '../archive/claim-view.js';
import { schemaOracle } from '../archive/schema-oracle.js';
import { downloadReturns, resultDigestsIn } from './downloaded-deliveries.js';
import type { Story } from './story.js';

/** Chapter 3: returns (返戻). */
export function tellTheReturns(story: Story): void {
  describe('Each provider learns what went back, and why', () => {
    beforeAll(async () => {
      story.returns = await downloadReturns(story.platform, story.demonstration, story.home);
    });

    it('every returned record is in one return archive with its 返戻理由, or named in a 返戻一覧', () => {
      const lists = story.returns
        .filter(({ form }) => form === 'list')
        .map(({ bytes }) => bytes.toString('utf8'));
      const archives = story.returns.filter(({ form }) => form === 'archive');
      for (const archive of story.taken()) {
        for (const record of archive.records.filter(({ expected }) => expected === 'returned')) {
          const reasons = story
            .viewOf(archive)
            .findings.filter(
              ({ recordIndex, severity }) => recordIndex === record.index && severity === 'return',
            )
            .map(({ returnReason }) => returnReason);
          const carried = archives.filter(({ files }) =>
            resultDigestsIn(files).includes(record.resultDigest),
          );
          const listed = lists.filter((text) => text.includes(record.pairDigits));
          expect({ pair: record.pairDigits, places: carried.length + listed.length }).toEqual({
            pair: record.pairDigits,
            places: record.rule === 'H001' ? expect.any(Number) : 1,
          });
          const claims = carried.flatMap(({ files, providerNumber }) => {
            expect(providerNumber).toBe(archive.provider);
            return [...claimsIn(files)]
              .filter(([digits]) => digits === record.pairDigits)
              .map(([, claim]) => claim);
          });
          for (const claim of claims) {
            expect(claim?.agencyInteraction).toBe('2');
            expect(reasons).toContain(claim?.agencyReason);
          }
        }
      }
      const count = story.returns.reduce((sum, { recordCount }) => sum + recordCount, 0);
      expect(count).toBe(story.taken().reduce((sum, { expected }) => sum + expected.returned, 0));
    });

    it('a pair that cannot be parsed is in the 返戻一覧, by file name and rule', () => {
      const unreadable = story
        .taken()
        .flatMap(({ records }) => records.filter(({ rule }) => rule === 'X001' || rule === 'X002'));
      expect(unreadable.length).toBeGreaterThan(0);
      const lists = story.returns
        .filter(({ form }) => form === 'list')
        .map(({ bytes }) => bytes.toString('utf8'));
      for (const { pairDigits, rule } of unreadable) {
        expect(lists.some((text) => text.includes(pairDigits) && text.includes(rule ?? ''))).toBe(true);
      }
    });

    it('the index and sums of return archives satisfy the official schemas', () => {
      const oracle = schemaOracle();
      for (const { files } of story.returns.filter(({ form }) => form === 'archive')) {
        for (const [path, schema] of [
          ['ix08_V08.xml', 'ix08'],
          ['su08_V08.xml', 'su08'],
        ] as const) {
          const bytes = files.get(path);
          expect(bytes).toBeDefined();
          if (oracle !== null && bytes !== undefined) expect(oracle(schema, bytes)).toBeNull();
        }
      }
    });
  });
}
