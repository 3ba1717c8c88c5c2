import { table, yen } from '../client/output.js';
import { ledgerLines } from '../ledger/ledger.command.js';
import { verificationLines } from '../trail/trail.commands.js';
import { ruleTitle } from './rule-title.js';
import type { ArchiveOutcome, DeliveredTo, Summary } from './summary.js';

/** The summary as a clerk reads it. */
export function summaryLines(summary: Summary): string[] {
  const { invoices } = summary;
  const total = invoices.items.reduce((sum, { totalYen }) => sum + totalYen, 0);
  return [
    '',
    '── 受付 / received ─────────────────────────────────',
    ...table(summary.archives.map(outcomeRow)),
    '理由 / why:',
    ...whyLines(summary.archives),
    '',
    '── 送付 / bundles for insurers ─────────────────────',
    ...table(summary.bundles.map(bundleRow)),
    '',
    '── 返戻 / returns for providers ────────────────────',
    ...table(
      summary.returns.map(({ partnerNumber, partnerLabel, name, recordCount }) => [
        partnerNumber,
        partnerLabel,
        name,
        `${recordCount}件`,
      ]),
    ),
    '',
    '── 請求 / to be invoiced（委託料のみ / claims only） ──',
    ...table(
      invoices.items.map(({ insurerNumber, recordCount, totalYen }) => [
        insurerNumber,
        `${recordCount}件`,
        yen(totalYen),
      ]),
    ),
    `${invoices.month} 合計 total ${yen(total)}`,
    '',
    '── 記録の保存 / ledger of records ──────────────────',
    ...ledgerLines(summary.ledger),
    ...verificationLines(summary.trail),
    '',
    `アドレス / address   ${summary.origin}   （認証局 / CA ${summary.caFile}）`,
    `ファイル / files     ${summary.folder}`,
    serversLine[summary.servers],
    scannerLine(summary),
    '鍵 .daiko/keys を失うとデータは二度と読めません。 / Who loses .daiko/keys loses the data.',
  ];
}

const serversLine: Record<Summary['servers'], string> = {
  native: 'サーバー: このチェックアウト専用のプロセス / servers: private processes of this checkout',
  docker: 'サーバー: Docker Compose のコンテナ / servers: containers (Docker Compose)',
};

function scannerLine({ scanner, servers }: Summary): string {
  if (scanner === 'official') return 'ウイルス検査: ClamAV / malware scanner: ClamAV';
  if (scanner === 'none') return 'ウイルス検査: なし / no malware scanner';
  const remedy =
    servers === 'docker'
      ? '実際の定義はコンテナが取得します。ネットワークを確認してください'
      : '実際の定義は .daiko/clamav/db に置いてください';
  return `ウイルス検査: ClamAV（検査用の定義のみ。${remedy}） / test signatures only`;
}

function outcomeRow({ rootName, recordCount, state, counts, rules }: ArchiveOutcome): string[] {
  const name = `${rootName}.zip`;
  const count = `${recordCount}件`;
  const reasons = rules.map(ruleTitle).join('、');
  if (state === 'refused-at-desk') return [name, count, '受付不可 refused at the desk', reasons];
  if (state === 'refused' || counts === null) return [name, count, '受付不可 refused', reasons];
  const { accepted, returned, query, held } = counts;
  const kept = held > 0 ? ` 保留 held ${held}` : '';
  return [name, count, `合格 ${accepted} 返戻 ${returned} 確認依頼 ${query}${kept}`, ''];
}

/** Reasons of single records, most frequent first; those of refused archives stand beside the archive. */
function whyLines(archives: ArchiveOutcome[]): string[] {
  const why = new Map<string, number>();
  for (const { rules, state } of archives) {
    if (state.startsWith('refused')) continue;
    for (const rule of rules) why.set(rule, (why.get(rule) ?? 0) + 1);
  }
  return table(
    [...why].sort(([, a], [, b]) => b - a).map(([rule, count]) => [`  ${ruleTitle(rule)}`, `${count}件`]),
  );
}

function bundleRow({
  partnerNumber,
  partnerLabel,
  name,
  recordCount,
  claimYen,
  state,
}: DeliveredTo): string[] {
  const isDelivered = state === 'acknowledged';
  return [
    partnerNumber,
    partnerLabel,
    name,
    `${recordCount}件`,
    yen(claimYen ?? 0),
    isDelivered ? '受領確認済 delivered' : '受取待ち waiting',
  ];
}
