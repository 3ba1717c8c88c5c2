import { beforeAll, describe, expect, it } from '@jest/globals';
import { claimsIn } from '../archive/claim-view.js';
import { schemaOracle } from '../archive/schema-oracle.js';
import { runDaiko } from '../platform/daiko-command.js';
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

    it('the report of a submission is printed for an operator in every form, with its returned records', async () => {
      const archive = story.taken().find(({ expected }) => expected.returned > 0);
      if (archive === undefined) throw new Error('the story has no returned record');
      const { submissionId } = story.viewOf(archive);
      const print = async (format: string): Promise<string> => {
        const args = ['report', submissionId, '--format', format];
        const { exitCode, stdout, stderr } = await runDaiko(args, { stateFolder: story.stateFolder });
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
        return stdout;
      };
      const { records } = JSON.parse(await print('json')) as { records: { verdict?: string }[] };
      expect(records.filter(({ verdict }) => verdict === 'returned')).toHaveLength(archive.expected.returned);
      const html = await print('html');
      expect(html).toContain(`返戻 ${archive.expected.returned}件`);
      expect(html.trimEnd().endsWith('</html>')).toBe(true);
      const rows = (await print('csv')).split('\r\n');
      expect(rows[0]).toContain('返戻理由');
      expect(rows.some((row) => row.includes('"返戻"'))).toBe(true);
      const sarif = JSON.parse(await print('sarif')) as { version: string; runs: { results: unknown[] }[] };
      expect(sarif.version).toBe('2.1.0');
      expect(sarif.runs[0]?.results.length).toBeGreaterThan(0);
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
