import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { dayInJapan, MemorySource } from '@daiko/exchange-format';
import { answerBundle } from '@daiko/synthetic';
import { askDaiko, runDaiko } from '../platform/daiko-command.js';
import { waitUntil } from '../platform/wait-until.js';
import type { LedgerView, ReceivedAnswer, SubmissionView } from './agency-answers.js';
import { downloadReturns } from './downloaded-deliveries.js';
import type { Story } from './story.js';

const patience = { deadlineMs: 30_000 };

/** Chapter 5: an insurer returns a record that it was delivered, and answers a query. */
export function tellTheReplies(story: Story): void {
  const settledLedger = () =>
    waitUntil(
      'the ledger is settled',
      async () => {
        const { exitCode, stdout } = await runDaiko(['ledger', '--settled', '--format', 'json'], {
          stateFolder: story.stateFolder,
        });
        return exitCode === 0 ? (JSON.parse(stdout) as LedgerView) : null;
      },
      patience,
    );

  describe('Insurers reply', () => {
    it('a delivered record that its insurer returns goes back to its provider, and the ledger still closes', async () => {
      const before = await settledLedger();
      const [bundle] = story.bundles;
      if (bundle === undefined) throw new Error('nothing was delivered');
      const today = dayInJapan(new Date());
      const file = join(story.home, 'reply.zip');
      const sink = createWriteStream(file);
      const reply = await answerBundle(
        new MemorySource(await readFile(join(story.home, bundle.name))),
        { exchange: '4', date: today, sequence: 0, seed: 1, recordCount: 1, reasonCode: '06' },
        async (chunk) => void sink.write(Uint8Array.from(chunk)),
      );
      sink.end();
      await once(sink, 'finish');
      const door = await story.platform.partner(bundle.insurerNumber);
      const disposition = `attachment; filename="${reply.fileName}"`;
      const headers = { 'content-type': 'application/zip', 'content-disposition': disposition };
      const { receiptNumber } = await door.json<ReceivedAnswer>('/v1/submissions', { file, headers });
      const view = await waitUntil(
        'the return is taken',
        async () => {
          const seen = await door.json<SubmissionView>(`/v1/submissions/${receiptNumber}`);
          return seen.state === 'judged' ? seen : null;
        },
        patience,
      );
      door.close();
      expect({ counts: view.counts, findings: view.findings }).toMatchObject({
        counts: { records: 1, accepted: 1, returned: 0 },
        findings: [],
      });
      await askDaiko(story.stateFolder, ['seal']);
      const returns = await downloadReturns(story.platform, story.demonstration, story.home);
      const texts = returns.flatMap(({ files }) => [...files.values()].map(String));
      const own = texts.filter((text) =>
        text.includes('<insurerAdjudicationResult><interactionType code="4"/>'),
      );
      expect(own).toHaveLength(1);
      story.sentBack += 1;
      const after = await settledLedger();
      const yen = reply.records[0]?.claimYen ?? Number.NaN;
      expect(after.delivered).toMatchObject({
        records: before.delivered.records - 1,
        claimYen: before.delivered.claimYen - yen,
      });
      expect(after.returned).toMatchObject({
        records: before.returned.records + 1,
        claimYen: before.returned.claimYen + yen,
      });
    });

    it('a query that is put to its insurer is answered by it, once', async () => {
      const list = (as: readonly string[] = []) =>
        askDaiko<{ submissionId: string; index: number; insurerNumber: string }[]>(story.stateFolder, [
          'queries',
          'list',
          ...as,
        ]);
      const [chosen] = await list();
      if (chosen === undefined) return;
      const { insurerNumber } = chosen;
      const record = `${chosen.submissionId}/${chosen.index}`;
      await askDaiko(story.stateFolder, ['queries', 'ask', record]);
      expect((await list(['--as', insurerNumber])).map(({ index }) => index)).toEqual([chosen.index]);
      const answer = [
        'queries',
        'answer',
        record,
        '--answer',
        'return',
        '--code',
        '06',
        '--as',
        insurerNumber,
      ];
      expect(await askDaiko(story.stateFolder, answer)).toMatchObject({ verdict: 'returned' });
      expect((await runDaiko(answer, { stateFolder: story.stateFolder })).exitCode).not.toBe(0);
      await askDaiko(story.stateFolder, ['seal']);
      await settledLedger();
    });
  });
}
