import { describe, expect, it } from '@jest/globals';
import { askDaiko, runDaiko } from '../platform/daiko-command.js';
import { waitUntil } from '../platform/wait-until.js';
import type { BundleView, InvoiceView, LedgerView } from './agency-answers.js';
import { acknowledgeAll, downloadBundles } from './downloaded-deliveries.js';
import type { Story } from './story.js';

/** Chapter 4: queries, acknowledgements, ledger, invoices, audit trail. */
export function tellTheMoney(story: Story): void {
  describe('Money and records close', () => {
    it('a doubtful record that a clerk releases goes into a later bundle', async () => {
      const open = await askDaiko<{ submissionId: string; index: number }[]>(story.stateFolder, [
        'queries',
        'list',
      ]);
      expect(open).toHaveLength(story.taken().reduce((sum, { expected }) => sum + expected.held, 0));
      const [chosen] = open;
      if (chosen === undefined) throw new Error('no query is open');
      const archive = story.taken().find((each) => story.viewOf(each).submissionId === chosen.submissionId);
      const record = archive?.records[chosen.index];
      await askDaiko(story.stateFolder, ['queries', 'release', `${chosen.submissionId}/${chosen.index}`]);
      const released = await waitUntil(
        'the released record is in a bundle',
        async () => {
          await askDaiko(story.stateFolder, ['seal']);
          const now = await downloadBundles(story.platform, story.demonstration, story.home);
          return now.length > story.bundles.length ? now : null;
        },
        { deadlineMs: 30_000 },
      );
      const added = released.filter(
        ({ bundleId }) => !story.bundles.some((each) => each.bundleId === bundleId),
      );
      story.bundles = released;
      expect(added.map(({ insurerNumber, resultDigests }) => ({ insurerNumber, resultDigests }))).toEqual([
        { insurerNumber: record?.insurerNumber, resultDigests: [record?.resultDigest] },
      ]);
    });

    it('a bundle is acknowledged by the digest of what was received, and only by that', async () => {
      const waiting = story.bundles.find(({ state }) => state === 'sealed');
      if (waiting === undefined) throw new Error('no bundle waits');
      const door = await story.platform.partner(waiting.insurerNumber);
      const path = `/v1/bundles/${waiting.bundleId}/acknowledgement`;
      const wrong = await door.ask(path, { json: { sha256: '0'.repeat(64) } });
      expect(wrong.status).toBeGreaterThanOrEqual(400);
      expect((await door.json<BundleView>(`/v1/bundles/${waiting.bundleId}`)).state).toBe('sealed');
      await acknowledgeAll(story.platform, story.demonstration);
      expect((await door.json<BundleView>(`/v1/bundles/${waiting.bundleId}`)).state).toBe('acknowledged');
      const again = await door.ask(path, { json: { sha256: waiting.sha256 } });
      expect(again.status).toBe(200);
      door.close();
    });

    it('received = delivered + returned + refused + in progress, by records and by yen, and nothing is on its way', async () => {
      const ledger = await waitUntil(
        'the ledger is settled',
        async () => {
          const { exitCode, stdout } = await runDaiko(['ledger', '--settled', '--format', 'json'], {
            stateFolder: story.stateFolder,
          });
          return exitCode === 0 ? (JSON.parse(stdout) as LedgerView) : null;
        },
        { deadlineMs: 30_000 },
      );
      const open = story.total(({ expected }) => expected.held) - 1;
      expect(ledger.differences).toEqual([]);
      expect({
        received: ledger.received.records,
        delivered: ledger.delivered.records,
        returned: ledger.returned.records,
        refused: ledger.refused.records,
        inProgress: ledger.inProgress.records,
      }).toEqual({
        received: story.total(({ expected }) => expected.records),
        delivered: story.total(({ expected }) => expected.passed) + 1,
        returned: story.total(({ expected }) => expected.returned),
        refused: story.total(({ expected }) => (expected.verdict === 'refused' ? expected.records : 0)),
        inProgress: open,
      });
      const yen = story.bundles.reduce((sum, { claimYen }) => sum + claimYen, 0);
      expect(ledger.delivered.claimYen).toBe(yen);
    });

    it('each insurer is invoiced exactly what its bundles claim', async () => {
      const month = new Date(Date.now() + 9 * 3600_000).toISOString().slice(0, 7);
      const claimed = new Map<string, number>();
      for (const { insurerNumber, claims } of story.bundles) {
        for (const claim of claims.values()) {
          claimed.set(insurerNumber, (claimed.get(insurerNumber) ?? 0) + (claim?.claimYen ?? Number.NaN));
        }
      }
      const operator = await story.platform.operator();
      const { items } = await operator.json<{ items: InvoiceView[] }>(`/v1/invoices?month=${month}`);
      expect(new Map(items.map(({ insurerNumber, totalYen }) => [insurerNumber, totalYen]))).toEqual(claimed);
      for (const insurer of claimed.keys()) {
        const door = await story.platform.partner(insurer);
        const own = await door.json<{ items: InvoiceView[] }>(`/v1/invoices?month=${month}`);
        expect(own.items.map(({ insurerNumber }) => insurerNumber)).toEqual([insurer]);
        const csv = (await door.ask(`/v1/invoices?month=${month}&format=csv`)).bytes.toString('utf8');
        expect(csv).toContain(String(claimed.get(insurer)));
        door.close();
      }
    });

    it('the trail of marks is whole', async () => {
      const { exitCode, stdout } = await runDaiko(['audit', 'verify'], { stateFolder: story.stateFolder });
      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining('whole') });
      expect(await askDaiko(story.stateFolder, ['dead-letters', 'list'])).toEqual([]);
    });
  });
}
