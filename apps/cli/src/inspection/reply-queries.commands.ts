import type { Command } from 'commander';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print } from '../client/output.js';

interface UntakenReply {
  replyId: string;
  index: number;
  insurerNumber: string;
  interactionType: string;
  findings: { rule: string }[];
}

/** Pairs of insurers' returns (種別 4, 5) that were not taken. */
export function registerReplyQueries(queries: Command): void {
  withConnection(queries.command('replies'))
    .description("受け入れなかった保険者返戻の一覧 (pairs of insurers' returns that were not taken)")
    .addHelpText('after', '\nExample:\n  daiko queries replies')
    .action(async (options: ConnectionOptions) => {
      const client = await connect(options);
      const replies = await client.all<UntakenReply>('/api/inspection/v1/reply-queries', 'replies');
      print(options.format, { replies, next: null }, () =>
        replies.map(({ replyId, index, insurerNumber, interactionType, findings }) => {
          const rules = findings.map(({ rule }) => rule).join(' ');
          return `${replyId}/${index}  ${insurerNumber}  種別${interactionType}  ${rules}`;
        }),
      );
    });
  withConnection(queries.command('close-reply <record>'))
    .description('保険者に連絡したものを対応済みとする (close one that the insurer was told of)')
    .addHelpText('after', '\nExample:\n  daiko queries close-reply 0193…/3')
    .action(async (record: string, options: ConnectionOptions) => {
      const client = await connect(options);
      const closed = await client.post(`/api/inspection/v1/reply-queries/${record}/close`);
      print(options.format, closed, () => [`${record}: 対応済み / closed`]);
    });
}
