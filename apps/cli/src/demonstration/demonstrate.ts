import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calendarDate } from '@daiko/exchange-format';
import { AgencyClient } from '../client/agency-client.js';
import { listDeliveries } from '../delivery/delivery.commands.js';
import { addPartner } from '../partner/partner.commands.js';
import type { RunningPlatform } from '../platform/run-platform.js';
import { inventDemonstration, inventMasters } from './demonstration-plan.js';
import { readState, writeState } from './demonstration-state.js';
import { importMasters } from './import-masters.js';
import { clientOf, keyFile, type PartnerClients, partnerClients } from './partner-clients.js';
import { sendAll } from './send-archives.js';
import { gatherSummary, type SentArchive, type Summary } from './summary.js';

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
