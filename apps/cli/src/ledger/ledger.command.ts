import type { Command } from 'commander';
import type { RecordCount } from '@daiko/contracts';
import type { AgencyClient } from '../client/agency-client.js';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print, table, yen } from '../client/output.js';
import { type LedgerReport, reconcile, type Tally } from './reconcile.js';

/** From sink to source: what moves meanwhile then shows as in flight. */
const servicesFromSink = ['billing', 'routing', 'inspection', 'intake'] as const;

export async function readLedger(client: AgencyClient, isSettled: boolean): Promise<LedgerReport> {
  const counts: RecordCount[] = [];
  for (const service of servicesFromSink) {
    counts.push(...(await client.all<RecordCount>(`/api/${service}/v1/record-counts?limit=500`, 'counts')));
  }
  return reconcile(counts, isSettled);
}

/** `daiko ledger`: exit 0 where everything ties, 1 on any difference, 2 where a service does not answer. */
export function registerLedger(program: Command): void {
  withConnection(program.command('ledger'))
    .description(
      '受領 = 送付 + 返戻 + 受付不可 + 処理中 (received = delivered + returned + refused + in progress)',
    )
    .option(
      '--settled',
      'サービス間の処理中がないことも求める / demand that nothing is on its way between two services',
    )
    .addHelpText('after', '\nExample:\n  daiko ledger --settled --format json')
    .action(async (options: ConnectionOptions & { settled?: boolean }) => {
      const report = await readLedger(await connect(options), options.settled === true);
      print(options.format, report, () => ledgerLines(report));
      process.exitCode = report.differences.length === 0 ? 0 : 1;
    });
}

export function ledgerLines(report: LedgerReport): string[] {
  const row = (ja: string, en: string, tally: Tally): (string | number)[] => [
    `${ja} ${en}`,
    `${tally.records.toLocaleString('ja-JP')}件`,
    yen(tally.claimYen),
  ];
  const lines = table([
    row('受領', 'received', report.received),
    row('送付', 'delivered', report.delivered),
    row('返戻', 'returned', report.returned),
    row('受付不可', 'refused', report.refused),
    row('処理中', 'in progress', report.inProgress),
  ]);
  if (report.differences.length === 0) return [...lines, '差異はありません。 / No difference.'];
  return [
    ...lines,
    ...report.differences.map(
      ({ submissionId, what, earlier, later }) =>
        `差異 / difference  ${submissionId}  ${what.ja} / ${what.en}: ` +
        `${earlier.records}件 ${yen(earlier.claimYen)} ≠ ${later.records}件 ${yen(later.claimYen)}`,
    ),
  ];
}
