import type { Command } from 'commander';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print } from '../client/output.js';
import { type ReasonOptions, withReason } from './return-reason.js';

interface AskingArchive {
  submissionId: string;
  providerNumber: string;
  recordCount: number;
  findings: { rule: string; message: { ja: string } }[];
}

/** Archives that ask something as a whole (B001 to B004): one question for all their records. */
export function registerArchiveQueries(queries: Command): void {
  withConnection(queries.command('archives'))
    .description('アーカイブ全体（統計）の確認依頼の一覧 (archives whose statistics ask something)')
    .addHelpText('after', '\nExample:\n  daiko queries archives')
    .action(async (options: ConnectionOptions) => {
      const client = await connect(options);
      const path = '/api/inspection/v1/archive-queries';
      const archives = await client.all<AskingArchive>(path, 'archives');
      print(options.format, { archives, next: null }, () =>
        archives.flatMap(({ submissionId, providerNumber, recordCount, findings }) => [
          `${submissionId}  ${providerNumber}  ${recordCount}件`,
          ...findings.map(({ rule, message }) => `  [${rule}] ${message.ja}`),
        ]),
      );
    });
  withConnection(queries.command('release-archive <submission>'))
    .description('アーカイブ全体を送付してよいとする (let the records of such an archive go on)')
    .addHelpText('after', '\nExample:\n  daiko queries release-archive 0193…')
    .action(async (submission: string, options: ConnectionOptions) => {
      const client = await connect(options);
      const path = `/api/inspection/v1/archive-queries/${submission}/release`;
      const released = await client.post<{ state: string }>(path);
      print(options.format, released, () => [`${submission}: 送付します / goes on`]);
    });
  withReason(withConnection(queries.command('return-archive <submission>')))
    .description('アーカイブ全体を返戻する (return all records of such an archive)')
    .addHelpText(
      'after',
      '\nExample:\n  daiko queries return-archive 0193… --code 03 --reason "質問票の変換を確認してください"',
    )
    .action(async (submission: string, { code, reason, ...options }: ReasonOptions) => {
      const client = await connect(options);
      const path = `/api/inspection/v1/archive-queries/${submission}/return`;
      const returned = await client.post<{ state: string }>(path, { returnReason: code, reason });
      print(options.format, returned, () => [`${submission}: 返戻します / goes back`]);
    });
}
