import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calendarDate, dayInJapan } from '@daiko/exchange-format';
import { writeWhole } from '@daiko/whole-files';
import { AgencyClient } from '../client/agency-client.js';
import { AgencyRefused } from '../client/agency-refused.js';
import { listDeliveries } from '../delivery/delivery.commands.js';
import { addPartner } from '../partner/partner.commands.js';
import type { RunningPlatform } from '../platform/run-platform.js';
import { writeTo } from '../simulation/simulate.command.js';
import type { Receipt } from '../submission/submission.commands.js';
import {
  type DemonstrationMasters,
  expectedByMasters,
  inventDemonstration,
  inventMasters,
  type Sending,
} from './demonstration-plan.js';
import { importMasters } from './import-masters.js';
import { clientOf, keyFile, type PartnerClients, partnerClients } from './partner-clients.js';
import { gatherSummary, type SentArchive, type Summary } from './summary.js';

/** What a demonstration leaves, so that a second start sends nothing again. */
interface DemonstrationState {
  seed: number;
  /** YYYYMMDD, day in Japan of the first start. */
  date: string;
  sent: SentArchive[];
  isComplete: boolean;
}

const seed = 20_081_001;
const judgedWithinMs = 120_000;

/** Generates invented archives, sends them as the providers would, seals, and answers what a clerk wants to know. */
export async function demonstrate(platform: RunningPlatform, log: (line: string) => void): Promise<Summary> {
  const state = await readState(platform);
  const { world, sendings } = inventDemonstration(
    state.seed,
    platform.settings.agencyNumber,
    calendarDate(state.date),
  );
  const ca = await readFile(platform.caFile, 'utf8');
  const operator = new AgencyClient({ origin: platform.origin, ca, key: platform.operatorKey });
  const numbers = [...world.providers, ...world.insurers].map(({ number }) => number);
  if (!state.isComplete) {
    log('実演: 取引先を登録します / registering invented partners');
    await register(platform, operator, world);
  }
  const clients = await partnerClients(platform, ca, numbers);
  if (!state.isComplete) {
    const masters = inventMasters(world, sendings);
    await importMasters(operator, platform.folder.demonstration, masters);
    log(`保険者 ${masters.insurer.number} の台帳・契約を取り込みました / masters are imported`);
    await sendAll(platform, clients, sendings, masters, state, log);
    await judged(clients, state.sent, log);
    await operator.post('/api/routing/v1/sealings', {});
    log('送付・返戻を封緘しました / bundles and returns are sealed');
    await firstInsurerAcknowledges(
      platform,
      clients,
      world.insurers.map(({ number }) => number),
      log,
    );
    await writeState(platform, { ...state, isComplete: true });
  }
  return gatherSummary({ platform, operator, clients, world, sent: state.sent });
}

async function readState(platform: RunningPlatform): Promise<DemonstrationState> {
  const text = await readFile(join(platform.folder.demonstration, 'state.json'), 'utf8').catch(() => null);
  if (text !== null) return JSON.parse(text) as DemonstrationState;
  const state: DemonstrationState = { seed, date: dayInJapan(new Date()), sent: [], isComplete: false };
  await writeState(platform, state);
  return state;
}

async function writeState(platform: RunningPlatform, state: DemonstrationState): Promise<void> {
  await writeWhole(join(platform.folder.demonstration, 'state.json'), JSON.stringify(state));
}

type World = ReturnType<typeof inventDemonstration>['world'];

async function register(platform: RunningPlatform, operator: AgencyClient, world: World): Promise<void> {
  await mkdir(join(platform.folder.demonstration, 'partners'), { recursive: true, mode: 0o700 });
  const partners = [
    ...world.providers.map(({ number, name }, at) => ({
      kind: 'provider' as const,
      number,
      label: name,
      hasWatchFolder: at === 1,
    })),
    ...world.insurers.map(({ number, name }) => ({
      kind: 'insurer' as const,
      number,
      label: name,
      hasWatchFolder: false,
    })),
  ];
  for (const partner of partners) {
    if ((await stat(keyFile(platform, partner.number)).catch(() => null)) !== null) continue;
    const { bearerKey } = await addPartner(operator, partner);
    await writeFile(keyFile(platform, partner.number), bearerKey, { mode: 0o600 });
  }
}

async function sendAll(
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

interface SubmissionView {
  state: 'received' | 'inspecting' | 'judged' | 'refused';
}

async function judged(
  clients: PartnerClients,
  sent: SentArchive[],
  log: (line: string) => void,
): Promise<void> {
  const waiting = new Map(
    sent.flatMap((each) => (each.receiptNumber === null ? [] : [[each.receiptNumber, each]])),
  );
  const deadline = Date.now() + judgedWithinMs;
  while (waiting.size > 0) {
    for (const [receiptNumber, { provider, rootName }] of waiting) {
      const { state } = await clientOf(clients, provider).get<SubmissionView>(
        `/v1/submissions/${receiptNumber}`,
      );
      if (state !== 'judged' && state !== 'refused') continue;
      waiting.delete(receiptNumber);
      log(`点検 ${rootName}: ${state === 'judged' ? '終了 judged' : '受付不可 refused'}`);
    }
    if (Date.now() > deadline) throw new Error(`not judged in time: ${[...waiting.keys()].join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** One insurer fetches and acknowledges what waits for it; the others' bundles go on waiting. */
async function firstInsurerAcknowledges(
  platform: RunningPlatform,
  clients: PartnerClients,
  insurers: string[],
  log: (line: string) => void,
): Promise<void> {
  const folder = join(platform.folder.demonstration, 'received');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const insurer of insurers) {
    const client = clientOf(clients, insurer);
    const items = await listDeliveries(client, 'bundles');
    for (const bundle of items) {
      await client.download(
        `/v1/bundles/${bundle.bundleId}/content`,
        join(folder, `${bundle.name.replace(/\.zip$/, '')}.zip`),
      );
      await client.post(`/v1/bundles/${bundle.bundleId}/acknowledgement`, { sha256: bundle.sha256 });
      log(`保険者 ${insurer} が ${bundle.name} を受領確認しました / acknowledged`);
    }
    if (items.length > 0) return;
  }
}
