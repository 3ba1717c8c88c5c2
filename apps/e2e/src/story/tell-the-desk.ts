import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { askDaiko, runDaiko } from '../platform/daiko-command.js';
import { everyPage } from '../platform/door.js';
import type { FindingView, ReceivedAnswer, SubmissionView } from './agency-answers.js';
import { digestOf } from './sent-archives.js';
import type { Story } from './story.js';

/** Chapter 1: archives come in, receipts and refusals go out, and every record is judged as it must be. */
export function tellTheDesk(story: Story): void {
  describe('A day at the agency', () => {
    it('begins with a summary that a clerk understands', () => {
      const summary = story.platform.lines.join('\n');
      for (const part of [
        '受付 / received',
        '送付 / bundles',
        '返戻 / returns',
        '請求 / to be invoiced',
        '差異はありません',
      ]) {
        expect(summary).toContain(part);
      }
      for (const { rootName, expected } of story.taken()) {
        expect(summary).toContain(rootName);
        expect(summary).toContain(
          `合格 ${expected.passed} 返戻 ${expected.returned} 確認依頼 ${expected.held}`,
        );
      }
    });

    it('a provider holds a receipt for every archive taken in, and anyone can verify it', async () => {
      for (const { provider, receiptNumber, rootName, file, records } of story.received()) {
        const door = await story.platform.partner(provider);
        const { status, bytes } = await door.ask(`/v1/receipts/${receiptNumber}`);
        expect(status).toBe(200);
        const path = join(story.home, `${rootName}.jws`);
        await writeFile(path, bytes);
        const verified = await askDaiko<{ valid: boolean; receipt: Record<string, unknown> }>(
          story.stateFolder,
          ['receipt', 'verify', path],
        );
        expect(verified.valid).toBe(true);
        expect(JSON.stringify(verified.receipt)).toContain(digestOf(await readFile(file)));
        expect(JSON.stringify(verified.receipt)).toContain(receiptNumber);
        expect(records.length).toBeGreaterThan(0);
        door.close();
      }
    });

    it('a receipt of which one letter was changed does not verify', async () => {
      const { rootName } = story.firstReceived();
      const jws = await readFile(join(story.home, `${rootName}.jws`), 'utf8');
      const at = jws.lastIndexOf('.') + 10;
      const forged = join(story.home, 'forged.jws');
      await writeFile(forged, jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1));
      expect(
        (await runDaiko(['receipt', 'verify', forged], { stateFolder: story.stateFolder })).exitCode,
      ).toBe(1);
    });

    it('each submission ends as its generator knows it must: counts, records, rules', async () => {
      for (const archive of story.received()) {
        const { provider, receiptNumber, expected, records } = archive;
        const door = await story.platform.partner(provider);
        const view = await door.json<SubmissionView>(`/v1/submissions/${receiptNumber}?findingsLimit=1000`);
        story.views.set(archive.rootName, view);
        door.close();
        const isRefused = expected.verdict === 'refused';
        expect(view.state).toBe(isRefused ? 'refused' : 'judged');
        expect(view.counts).toEqual({
          records: expected.records,
          accepted: expected.passed,
          returned: expected.returned,
          query: expected.held,
          held: 0,
          refused: isRefused ? expected.records : 0,
          pending: 0,
        });
        if (isRefused) {
          const rules = view.findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule);
          expect(rules).toEqual(expect.arrayContaining(expected.defects.map(({ rule }) => rule)));
          continue;
        }
        for (const record of records) {
          const own = view.findings.filter(({ recordIndex }) => recordIndex === record.index);
          expect({ pair: record.pairDigits, verdict: verdictBy(own) }).toEqual({
            pair: record.pairDigits,
            verdict: record.expected,
          });
          if (record.rule !== null) expect(own.map(({ rule }) => rule)).toContain(record.rule);
        }
      }
    });

    it('daiko check at the provider finds the same as the agency, for every rule that needs no memory', async () => {
      for (const archive of story.received()) {
        const { file, expected } = archive;
        const blocks = expected.verdict === 'refused' || expected.returned > 0;
        const report = await askDaiko<CheckReport>(
          story.stateFolder,
          ['check', file, '--agency', '91399998', '--date', story.demonstration.date],
          blocks ? 1 : 0,
        );
        const offline = [
          ...report.archive.findings.map((finding) => markOf({ ...finding, recordIndex: null })),
          ...report.records.flatMap(({ findings }, recordIndex) =>
            findings.map((finding) => markOf({ ...finding, recordIndex })),
          ),
        ];
        const atTheAgency = story.viewOf(archive).findings.map(markOf);
        const needsNoMemory = (mark: string): boolean =>
          !report.notChecked.some((rule) => mark.includes(`"${rule}"`));
        expect(offline.filter(needsNoMemory).sort()).toEqual(atTheAgency.filter(needsNoMemory).sort());
        // Of a rule with memory the provider sees what shows in the archive itself.
        expect(atTheAgency).toEqual(expect.arrayContaining(offline));
      }
    });

    it('what the desk refuses, it refuses with every finding in Japanese and English, and keeps nothing', async () => {
      const atTheDesk = story.demonstration.archives.filter(({ receiptNumber }) => receiptNumber === null);
      expect(atTheDesk.length).toBeGreaterThan(0);
      for (const { provider, file, rootName, expected } of atTheDesk) {
        const door = await story.platform.partner(provider);
        const { status, headers, bytes } = await door.upload(file, `${rootName}.zip`);
        const problem = JSON.parse(bytes.toString('utf8')) as { findings: RefusalFinding[]; title: string };
        expect(status).toBe(422);
        expect(headers['content-type']).toContain('application/problem+json');
        expect(problem.findings.map(({ rule }) => rule)).toEqual(
          expect.arrayContaining(expected.defects.map(({ rule }) => rule)),
        );
        for (const { message, remedy } of problem.findings) {
          for (const text of [message, remedy]) {
            expect(text.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
            expect(text.en).toMatch(/[A-Za-z]{3}/);
          }
        }
        const known = await everyPage<SubmissionView>(
          door,
          `/v1/submissions?name=${rootName}`,
          'submissions',
        );
        expect(known).toEqual([]);
        door.close();
      }
    });

    it('the same archive again has the same answer, byte for byte', async () => {
      for (const { provider, file, rootName, receiptNumber } of story.received().slice(0, 2)) {
        const door = await story.platform.partner(provider);
        const again = await door.upload(file, `${rootName}.zip`);
        expect(again.status).toBe(200);
        const answer = JSON.parse(again.bytes.toString('utf8')) as ReceivedAnswer;
        expect(answer.receiptNumber).toBe(receiptNumber);
        expect(answer.receipt).toBe(await readFile(join(story.home, `${rootName}.jws`), 'utf8'));
        door.close();
      }
    });

    it('the same archive under another name is refused: A028', async () => {
      const { provider, file, rootName } = story.firstReceived();
      const door = await story.platform.partner(provider);
      const other = rootName.replace(/_(\d{8})\d_/, '_$17_');
      const { status, bytes } = await door.upload(file, `${other}.zip`);
      expect(status).toBe(422);
      expect(bytes.toString('utf8')).toContain('A028');
      door.close();
    });

    it('nobody enters without a key, and nobody does what is not theirs to do', async () => {
      const [provider = ''] = story.demonstration.providers;
      const [insurer = ''] = story.demonstration.insurers;
      const { receiptNumber, provider: owner } = story.firstReceived();
      const [asProvider, asInsurer] = [
        await story.platform.partner(provider),
        await story.platform.partner(insurer),
      ];
      expect((await asProvider.ask('/v1/bundles')).status).toBe(403);
      expect((await asProvider.ask('/api/billing/v1/record-counts')).status).toBe(403);
      expect((await asInsurer.ask('/v1/returns')).status).toBe(403);
      expect(await asInsurer.json('/v1/submissions')).toEqual({ submissions: [], next: null });
      const stranger = await story.platform.partner(
        story.demonstration.providers.find((each) => each !== owner) ?? '',
      );
      expect((await stranger.ask(`/v1/submissions/${receiptNumber}`)).status).toBe(404);
      const answer = await asProvider.ask('/v1/submissions', {
        headers: { authorization: 'Bearer dk_none_none' },
      });
      expect(answer.status).toBe(401);
    });
  });
}

interface RefusalFinding {
  rule: string;
  message: { ja: string; en: string };
  remedy: { ja: string; en: string };
}

interface CheckReport {
  archive: { findings: FindingView[] };
  records: { findings: FindingView[] }[];
  notChecked: string[];
}

/** The verdict that a record's findings bring. */
function verdictBy(findings: readonly FindingView[]): string {
  const severities = new Set(findings.map(({ severity }) => severity));
  if (severities.has('return')) return 'returned';
  return severities.has('query') ? 'query' : 'accepted';
}

/** A finding as both judges must say it: rule, consequence and place. */
function markOf({ rule, severity, returnReason, file, line, xpath, item, recordIndex }: FindingView): string {
  return JSON.stringify([recordIndex, rule, severity, returnReason, file, line, xpath, item]);
}
