import type { ExpectedOutcome, World } from '@daiko/synthetic';
import type { AgencyClient } from '../client/agency-client.js';
import { table, yen } from '../client/output.js';
import { listDeliveries } from '../delivery/delivery.commands.js';
import { ledgerLines, readLedger } from '../ledger/ledger.command.js';
import { monthInJapan } from '../money/invoices.command.js';
import type { RunningPlatform } from '../platform/run-platform.js';
import { type Verification, verificationLines } from '../trail/trail.commands.js';
import { clientOf, type PartnerClients } from './partner-clients.js';
import { ruleTitle } from './rule-title.js';

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

interface SubmissionDetail {
  state: string;
  counts: { accepted: number; query: number; returned: number; held: number; pending: number };
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

/** What a clerk wants to know: what came in, what went back and why, what waits for whom, what is to be invoiced, and where. */
export async function summarise(source: Source): Promise<string[]> {
  return [
    '',
    '── 受付 / received ─────────────────────────────────',
    ...(await received(source)),
    '',
    '── 送付 / bundles for insurers ─────────────────────',
    ...(await bundles(source)),
    '',
    '── 返戻 / returns for providers ────────────────────',
    ...(await returns(source)),
    '',
    '── 請求 / to be invoiced（委託料のみ / claims only） ──',
    ...(await invoices(source)),
    '',
    '── 記録の保存 / ledger of records ──────────────────',
    ...ledgerLines(await readLedger(source.operator, false)),
    ...verificationLines(await source.operator.get<Verification>('/api/audit/v1/verification')),
    '',
    ...places(source),
  ];
}

async function received({ clients, sent }: Source): Promise<string[]> {
  const rows: (string | number)[][] = [];
  const why = new Map<string, number>();
  for (const archive of sent) {
    if (archive.receiptNumber === null) {
      rows.push([
        `${archive.rootName}.zip`,
        `${archive.recordCount}件`,
        '受付不可 refused at the desk',
        archive.refusal.map(ruleTitle).join('、'),
      ]);
      continue;
    }
    const client = clientOf(clients, archive.provider);
    const { state, counts, findings } = await client.get<SubmissionDetail>(
      `/v1/submissions/${archive.receiptNumber}`,
    );
    const { accepted, returned, query, held } = counts;
    const outcome =
      state === 'refused'
        ? '受付不可 refused'
        : `合格 ${accepted} 返戻 ${returned} 確認依頼 ${query}${held > 0 ? ` 保留 ${held}` : ''}`;
    const reasons = findings.filter(({ severity }) => blocking.includes(severity));
    rows.push([
      `${archive.rootName}.zip`,
      `${archive.recordCount}件`,
      outcome,
      state === 'refused' ? reasons.map(({ rule }) => ruleTitle(rule)).join('、') : '',
    ]);
    for (const { rule } of reasons) why.set(rule, (why.get(rule) ?? 0) + 1);
  }
  const reasons = [...why]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => [`  ${ruleTitle(rule)}`, `${count}件`]);
  return [...table(rows), '理由 / why:', ...table(reasons)];
}

async function bundles({ clients, world }: Source): Promise<string[]> {
  const rows: string[][] = [];
  for (const { number, name } of world.insurers) {
    const items = await listDeliveries(clientOf(clients, number), 'bundles');
    for (const bundle of items) {
      rows.push([
        number,
        name,
        bundle.name,
        `${bundle.recordCount}件`,
        yen(bundle.claimYen ?? 0),
        bundle.state === 'acknowledged' ? '受領確認済 delivered' : '受取待ち waiting',
      ]);
    }
  }
  return table(rows);
}

async function returns({ clients, world }: Source): Promise<string[]> {
  const rows: string[][] = [];
  for (const { number, name } of world.providers) {
    const items = await listDeliveries(clientOf(clients, number), 'returns');
    for (const item of items) rows.push([number, name, item.name, `${item.recordCount}件`]);
  }
  return table(rows);
}

interface Invoice {
  insurerNumber: string;
  recordCount: number;
  totalYen: number;
}

async function invoices({ operator }: Source): Promise<string[]> {
  const month = monthInJapan(new Date());
  const { items } = await operator.get<{ items: Invoice[] }>(`/v1/invoices?month=${month}`);
  const total = items.reduce((sum, { totalYen }) => sum + totalYen, 0);
  const rows = items.map(({ insurerNumber, recordCount, totalYen }) => [
    insurerNumber,
    `${recordCount}件`,
    yen(totalYen),
  ]);
  return [...table(rows), `${month} 合計 total ${yen(total)}`];
}

function places({ platform }: Source): string[] {
  const { clamav } = platform.addresses;
  const scanner =
    clamav === null
      ? 'ウイルス検査: なし / no malware scanner'
      : clamav.signatures === 'official'
        ? 'ウイルス検査: ClamAV'
        : 'ウイルス検査: ClamAV（検査用の定義のみ。実際の定義は .daiko/clamav/db に置いてください） / test signatures only';
  return [
    `アドレス / address   ${platform.origin}   （認証局 / CA ${platform.caFile}）`,
    `ファイル / files     ${platform.folder.root}`,
    scanner,
    '鍵 .daiko/keys を失うとデータは二度と読めません。 / Who loses .daiko/keys loses the data.',
  ];
}
