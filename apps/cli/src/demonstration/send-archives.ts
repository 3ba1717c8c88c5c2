import { copyFile, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { AgencyClient } from '../client/agency-client.js';
import { AgencyRefused } from '../client/agency-refused.js';
import type { RunningPlatform } from '../platform/run-platform.js';
import { writeTo } from '../simulation/simulate.command.js';
import type { Receipt } from '../submission/submission.commands.js';
import { type DemonstrationMasters, expectedByMasters, type Sending } from './demonstration-plan.js';
import { type DemonstrationState, writeState } from './demonstration-state.js';
import { clientOf, type PartnerClients } from './partner-clients.js';
import type { SentArchive } from './summary.js';

/** Sends what was not sent yet, over HTTPS or by a watch folder. */
export async function sendAll(
  platform: RunningPlatform,
  clients: PartnerClients,
  sendings: Sending[],
  masters: DemonstrationMasters,
  state: DemonstrationState,
  log: (line: string) => void,
): Promise<void> {
  const outbox = join(platform.folder.demonstration, 'outbox');
  await mkdir(outbox, { recursive: true, mode: 0o700 });
  for (const { plan, channel } of sendings) {
    if (state.sent.some(({ rootName }) => rootName === plan.rootName)) continue;
    const file = join(outbox, `${plan.rootName}.zip`);
    const { expected } = await writeTo(plan, file);
    const provider = plan.provider.number;
    const sent =
      channel === 'https'
        ? await sendOverHttps(clientOf(clients, provider), file, plan.rootName)
        : await dropIntoWatchFolder(platform, provider, file, plan.rootName);
    state.sent.push({
      ...sent,
      provider,
      rootName: plan.rootName,
      recordCount: plan.records.length,
      channel,
      expected: expectedByMasters(plan.rootName, expected, masters),
    });
    await writeState(platform, state);
    const outcome = sent.receiptNumber === null ? '受付不可 refused' : `受領 ${sent.receiptNumber}`;
    log(`送信 ${plan.rootName}.zip (${plan.records.length}件, ${channel}) → ${outcome}`);
  }
}

type Outcome = Pick<SentArchive, 'receiptNumber' | 'refusal'>;

async function sendOverHttps(client: AgencyClient, file: string, rootName: string): Promise<Outcome> {
  const headers = { 'idempotency-key': `demonstration-${rootName}` };
  // The directory of partners reaches intake by message: the first request may be too early.
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      const { body } = await client.upload<Receipt>('/v1/submissions', file, `${rootName}.zip`, headers);
      return { receiptNumber: body.receiptNumber, refusal: [] };
    } catch (refused) {
      if (!(refused instanceof AgencyRefused)) throw refused;
      if (refused.status === 422) return { receiptNumber: null, refusal: rulesIn(refused.body) };
      if (![401, 503].includes(refused.status) || Date.now() > deadline) throw refused;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

function rulesIn(body: Record<string, unknown>): string[] {
  const findings = (body.findings ?? []) as { rule: string; severity: string }[];
  return [...new Set(findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule))];
}

/** Copies under `.part` and renames, as every partner must, then waits for the receipt beside it. */
async function dropIntoWatchFolder(
  platform: RunningPlatform,
  provider: string,
  file: string,
  rootName: string,
): Promise<Outcome> {
  const folder = join(platform.folder.watch, provider);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await copyFile(file, join(folder, `${rootName}.zip.part`));
  await rename(join(folder, `${rootName}.zip.part`), join(folder, `${rootName}.zip`));
  const receipts = join(folder, 'receipts');
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const name = (await readdir(receipts).catch(() => [])).find(
      (each) => each.startsWith(rootName) && each.endsWith('.json'),
    );
    if (name !== undefined) {
      const receipt = JSON.parse(await readFile(join(receipts, name), 'utf8')) as Receipt;
      return { receiptNumber: receipt.receiptNumber, refusal: [] };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no receipt appeared in ${receipts}`);
}
