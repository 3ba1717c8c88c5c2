import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor, type TestPartner } from '@daiko/testing';
import { execFileSync } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiveSubmission } from '../src/submission/receive-submission.js';
import { PartnerFolder } from '../src/watch-folder/partner-folder.js';
import { anArchive, otherProvider, provider, startIntake } from './intake-stage.js';

// Purpose: a partner that only has a folder gets the same receipts and refusals as over HTTPS, and no crash or trick disturbs it.

let stage: Awaited<ReturnType<typeof startIntake>>;
let root: string;
let own: string;
let partner: TestPartner;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'daiko-watch-'));
  stage = await startIntake({ DAIKO_INTAKE_WATCH_FOLDER: root, DAIKO_INTAKE_WATCH_INTERVAL_MS: 50 });
  partner = await stage.intake.testPartner({
    kind: 'provider',
    number: otherProvider.number,
    hasWatchFolder: true,
  });
  own = join(root, otherProvider.number);
  await waitFor(() => exists(join(own, 'receipts')));
});
afterAll(async () => {
  await stage.stop();
  await rm(root, { recursive: true, force: true });
});

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function put(archive: { fileName: string; bytes: Uint8Array }): Promise<void> {
  const part = join(own, `${archive.fileName}.part`);
  await writeFile(part, archive.bytes);
  await rename(part, join(own, archive.fileName));
}

const anOwnArchive = (sequence: number, seed: number) =>
  anArchive({ provider: otherProvider, sequence, seed });

describe('a watch folder', () => {
  it('gives a receipt beside the file and moves the file', async () => {
    const archive = await anOwnArchive(0, 1);
    await put(archive);
    await waitFor(() => exists(join(own, 'received', archive.fileName)));
    const receipt = JSON.parse(
      await readFile(join(own, 'receipts', `${archive.fileName}.receipt.json`), 'utf8'),
    ) as {
      receiptNumber: string;
      receipt: string;
    };
    const served = await stage.intake.call(`/v1/receipts/${receipt.receiptNumber}`, { as: partner });
    expect(await served.text()).toBe(receipt.receipt);
    const shown = await stage.intake.call(`/v1/submissions/${receipt.receiptNumber}`, { as: partner });
    expect(await shown.json()).toMatchObject({ channel: 'watch-folder', state: 'received' });
  });

  it('leaves a file alone until it has its final name', async () => {
    const archive = await anOwnArchive(1, 2);
    const part = join(own, `${archive.fileName}.part`);
    await writeFile(part, archive.bytes.subarray(0, 100));
    const marker = await anOwnArchive(2, 3);
    await put(marker);
    await waitFor(() => exists(join(own, 'received', marker.fileName)));
    expect(await exists(part)).toBe(true);
    await writeFile(part, archive.bytes);
    await rename(part, join(own, archive.fileName));
    await waitFor(() => exists(join(own, 'received', archive.fileName)));
  });

  it('puts a refusal beside the file, for programs and for people in both languages', async () => {
    const fileName = `${otherProvider.number}_bad.zip`;
    await put({ fileName, bytes: Buffer.from('no archive') });
    await waitFor(() => exists(join(own, 'refused', fileName)));
    const refusal = JSON.parse(
      await readFile(join(own, 'refused', `${fileName}.findings.json`), 'utf8'),
    ) as object;
    expect(refusal).toMatchObject({
      code: 'intake.archive-refused',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'A001' })]),
    });
    const text = await readFile(join(own, 'refused', `${fileName}.findings.txt`), 'utf8');
    expect(text).toContain('受付できませんでした');
    expect(text).toContain('[A001]');
    expect(text).toContain('Remedy:');
    await put({ fileName, bytes: Buffer.from('no archive again') });
    await waitFor(
      async () =>
        (await readdir(join(own, 'refused'))).filter((name) => name.endsWith(fileName)).length === 2,
    );
  });

  it('gives the same receipt to a file that a crash left in its place', async () => {
    const archive = await anOwnArchive(3, 4);
    await put(archive);
    const received = join(own, 'received', archive.fileName);
    await waitFor(() => exists(received));
    const paper = join(own, 'receipts', `${archive.fileName}.receipt.json`);
    const receipt = await readFile(paper, 'utf8');
    await rm(paper);
    await rename(received, join(own, archive.fileName));
    await waitFor(() => exists(received));
    expect(await readFile(paper, 'utf8')).toBe(receipt);
    const rows = await stage.intake.database.query(
      'SELECT 1 FROM submission WHERE partner_id = $1 AND root_name = $2',
      [partner.partnerId, archive.fileName.replace('.zip', '')],
    );
    expect(rows).toHaveLength(1);
  });

  it('keeps a file in its place while a part of ours is down, and takes it afterwards', async () => {
    const receiving = stage.intake.app.get(ReceiveSubmission);
    const receive = receiving.receive.bind(receiving);
    let failures = 0;
    receiving.receive = async () => {
      failures += 1;
      throw new Error('the database went away');
    };
    const archive = await anOwnArchive(4, 5);
    await put(archive);
    await waitFor(() => failures >= 2);
    expect(await exists(join(own, archive.fileName))).toBe(true);
    receiving.receive = receive;
    await waitFor(() => exists(join(own, 'received', archive.fileName)));
  });

  it('never follows a link', async () => {
    const secret = join(root, 'secret.zip');
    const archive = await anOwnArchive(5, 6);
    await writeFile(secret, archive.bytes);
    const link = join(own, archive.fileName);
    await symlink(secret, link);
    const folder = await PartnerFolder.open(root, otherProvider.number);
    expect(await folder?.archives()).not.toContain(archive.fileName);
    expect(await folder?.openArchive(archive.fileName)).toBeNull();

    const outside = join(root, 'outside');
    await mkdir(outside);
    await symlink(outside, join(root, provider.number));
    expect(await PartnerFolder.open(root, provider.number)).toBeNull();
    expect(await PartnerFolder.open(root, '../outside')).toBeNull();
  });

  it('moves only what it has read: a file put in its place meanwhile is taken at the next look', async () => {
    const receiving = stage.intake.app.get(ReceiveSubmission);
    const receive = receiving.receive.bind(receiving);
    const [first, second] = [await anOwnArchive(6, 7), await anOwnArchive(6, 8)];
    receiving.receive = async (...given) => {
      const received = await receive(...given);
      receiving.receive = receive;
      await put(second);
      return received;
    };
    await put(first);
    // The second has the name of the first, which is used: it must be refused (A027), not lie among the received.
    await waitFor(() => exists(join(own, 'refused', second.fileName)));
    expect(await exists(join(own, 'received', second.fileName))).toBe(false);
    const refusal = await readFile(join(own, 'refused', `${second.fileName}.findings.json`), 'utf8');
    expect(JSON.parse(refusal)).toMatchObject({ findings: [expect.objectContaining({ rule: 'A027' })] });
  });

  it('is not held by a pipe in the place of a file', async () => {
    const name = 'pipe.zip';
    execFileSync('mkfifo', [join(own, name)]);
    const folder = await PartnerFolder.open(root, otherProvider.number);
    expect(await folder?.openArchive(name)).toBeNull();
  });
});
