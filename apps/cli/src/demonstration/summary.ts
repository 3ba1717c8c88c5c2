import type { ExpectedOutcome, World } from '@daiko/synthetic';
import type { AgencyClient } from '../client/agency-client.js';
import { type Delivery, listDeliveries } from '../delivery/delivery.commands.js';
import { readLedger } from '../ledger/ledger.command.js';
import type { LedgerReport } from '../ledger/reconcile.js';
import { monthInJapan } from '../money/invoices.command.js';
import type { RunningPlatform } from '../platform/run-platform.js';
import type { Verification } from '../trail/trail.commands.js';
import { clientOf, type PartnerClients } from './partner-clients.js';

/** One archive as it was sent; `receiptNumber` is null where the desk refused it. */
export interface SentArchive {
  provider: string;
  rootName: string;
  recordCount: number;
  channel: 'https' | 'watch-folder';
  receiptNumber: string | null;
  refusal: string[];
  /** What its inspection must find, as its generator knows. */
  expected: ExpectedOutcome;
}

export interface ArchiveOutcome extends SentArchive {
  state: string;
  counts: { accepted: number; query: number; returned: number; held: number; pending: number } | null;
  /** Rules that refused, returned or queried something, one entry a finding. */
  rules: string[];
}

export interface DeliveredTo extends Delivery {
  partnerNumber: string;
  partnerLabel: string;
}

/** What a clerk wants to know: what came in, what went back and why, what waits for whom, what is to be invoiced, and where. */
export interface Summary {
  archives: ArchiveOutcome[];
  bundles: DeliveredTo[];
  returns: DeliveredTo[];
  invoices: { month: string; items: Invoice[] };
  ledger: LedgerReport;
  trail: Verification;
  origin: string;
  caFile: string;
  folder: string;
  /** What the servers run as. */
  servers: 'native' | 'docker';
  scanner: 'official' | 'test-only' | 'none';
}

interface Invoice {
  insurerNumber: string;
  recordCount: number;
  totalYen: number;
}

interface SubmissionDetail {
  state: string;
  counts: NonNullable<ArchiveOutcome['counts']>;
  findings: { rule: string; severity: string }[];
}

interface Source {
  platform: RunningPlatform;
  operator: AgencyClient;
  clients: PartnerClients;
  world: World;
  sent: SentArchive[];
}

const blocking = ['refuse', 'return', 'query'];

/** Asks the platform through its public doors. */
export async function gatherSummary(source: Source): Promise<Summary> {
  const { platform, operator, world } = source;
  const month = monthInJapan(new Date());
  return {
    archives: await outcomes(source),
    bundles: await deliveries(source, 'bundles', world.insurers),
    returns: await deliveries(source, 'returns', world.providers),
    invoices: {
      month,
      items: (await operator.get<{ items: Invoice[] }>(`/v1/invoices?month=${month}`)).items,
    },
    ledger: await readLedger(operator, false),
    trail: await operator.get<Verification>('/api/audit/v1/verification'),
    origin: platform.origin,
    caFile: platform.caFile,
    folder: platform.folder.root,
    servers: platform.servers.kind,
    scanner: platform.addresses.clamav?.signatures ?? 'none',
  };
}

async function outcomes({ clients, sent }: Source): Promise<ArchiveOutcome[]> {
  const all: ArchiveOutcome[] = [];
  for (const archive of sent) {
    if (archive.receiptNumber === null) {
      all.push({ ...archive, state: 'refused-at-desk', counts: null, rules: archive.refusal });
      continue;
    }
    const client = clientOf(clients, archive.provider);
    const { state, counts, findings } = await client.get<SubmissionDetail>(
      `/v1/submissions/${archive.receiptNumber}`,
    );
    const rules = findings.filter(({ severity }) => blocking.includes(severity)).map(({ rule }) => rule);
    all.push({ ...archive, state, counts, rules });
  }
  return all;
}

async function deliveries(
  { clients }: Source,
  noun: 'bundles' | 'returns',
  partners: readonly { number: string; name: string }[],
): Promise<DeliveredTo[]> {
  const all: DeliveredTo[] = [];
  for (const { number, name } of partners) {
    const items = await listDeliveries(clientOf(clients, number), noun);
    all.push(...items.map((item) => ({ ...item, partnerNumber: number, partnerLabel: name })));
  }
  return all;
}
