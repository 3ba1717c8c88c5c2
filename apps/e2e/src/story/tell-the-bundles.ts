import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseXml, readSummary } from '@daiko/exchange-format';
import { schemaOf, schemaOracle } from '../archive/schema-oracle.js';
import { type DownloadedBundle, downloadBundles } from './downloaded-deliveries.js';
import { digestOf } from './sent-archives.js';
import type { Story } from './story.js';

/** Chapter 2: bundles (送付), one insurer’s records each. */
export function tellTheBundles(story: Story): void {
  describe('Each insurer has its own records, and only those', () => {
    beforeAll(async () => {
      story.bundles = await downloadBundles(story.platform, story.demonstration, story.home);
    });

    it('every accepted record is in exactly one bundle, that of its insurer', () => {
      const expected = new Map<string, string>();
      for (const { records } of story.taken()) {
        for (const { expected: verdict, resultDigest, insurerNumber } of records) {
          if (verdict === 'accepted') expected.set(resultDigest, insurerNumber ?? '');
        }
      }
      const delivered = story.bundles.flatMap(({ insurerNumber, resultDigests }) =>
        resultDigests.map((digest) => [digest, insurerNumber] as const),
      );
      expect(new Set(delivered.map(([digest]) => digest)).size).toBe(delivered.length);
      expect(new Map(delivered)).toEqual(expected);
      for (const { recordCount, resultDigests, claims } of story.bundles) {
        expect([resultDigests.length, claims.size]).toEqual([recordCount, recordCount]);
      }
    });

    it('sums and claims of a bundle agree, and its claims are that insurer’s', () => {
      for (const { insurerNumber, claimYen, claims, files } of story.bundles) {
        const parsed = parseXml(files.get('su08_V08.xml') ?? Buffer.alloc(0));
        if (!parsed.ok) throw new Error('su08 is not XML');
        const summary = readSummary(parsed.root);
        const sum = [...claims.values()].reduce((total, claim) => total + (claim?.claimYen ?? Number.NaN), 0);
        expect(summary.totalClaimAmount?.value).toBe(sum);
        expect(claimYen).toBe(sum);
        for (const claim of claims.values()) expect(claim?.insurerNumber).toBe(insurerNumber);
      }
    });

    it('what the agency writes satisfies the official schemas, and so does what it carries on', () => {
      const oracle = schemaOracle();
      if (oracle === null) return;
      for (const { name, files } of story.bundles) {
        for (const [path, bytes] of files) {
          const schema = schemaOf(path);
          expect({ name, path, says: schema === null ? null : oracle(schema, bytes) }).toEqual({
            name,
            path,
            says: null,
          });
        }
      }
    });

    it('another insurer’s bundle does not exist', async () => {
      for (const { bundleId, insurerNumber, sha256 } of story.bundles) {
        const stranger = await story.platform.partner(
          story.demonstration.insurers.find((each) => each !== insurerNumber) ?? '',
        );
        expect((await stranger.ask(`/v1/bundles/${bundleId}`)).status).toBe(404);
        expect((await stranger.ask(`/v1/bundles/${bundleId}/content`)).status).toBe(404);
        const { status } = await stranger.ask(`/v1/bundles/${bundleId}/acknowledgement`, {
          json: { sha256 },
        });
        expect(status).toBe(404);
        stranger.close();
      }
    });

    it('a broken download goes on where it stopped, and starts anew where the file is another', async () => {
      const [{ bundleId, insurerNumber, sha256 }] = story.bundles as [DownloadedBundle];
      const door = await story.platform.partner(insurerNumber);
      const path = `/v1/bundles/${bundleId}/content`;
      const whole = await door.ask(path);
      const digest = `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
      expect(whole.headers['content-digest']).toBe(digest);
      const etag = whole.headers.etag ?? '';
      const half = Math.floor(whole.bytes.length / 2);
      const first = await door.ask(path, { headers: { range: `bytes=0-${half - 1}` } });
      const second = await door.ask(path, { headers: { range: `bytes=${half}-`, 'if-range': etag } });
      expect([first.status, second.status]).toEqual([206, 206]);
      expect(second.headers['content-range']).toBe(
        `bytes ${half}-${whole.bytes.length - 1}/${whole.bytes.length}`,
      );
      expect(digestOf(Buffer.concat([first.bytes, second.bytes]))).toBe(sha256);
      const anew = await door.ask(path, { headers: { range: `bytes=${half}-`, 'if-range': '"another"' } });
      expect([anew.status, anew.bytes.length]).toEqual([200, whole.bytes.length]);
      expect((await door.ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect((await door.ask(path, { headers: { range: 'bytes=999999999-' } })).status).toBe(416);
      door.close();
    });
  });
}
