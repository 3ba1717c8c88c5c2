import type { Command } from 'commander';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print } from '../client/output.js';
import { registerArchiveQueries } from './archive-queries.commands.js';
import { listUndecided } from './list-undecided.js';
import { registerQuestions } from './questions.commands.js';
import { registerReplyQueries } from './reply-queries.commands.js';
import { type ReasonOptions, withReason } from './return-reason.js';

/** `daiko queries`: 確認依頼, of records, of whole archives and of insurers' replies. */
export function registerQueries(program: Command): void {
  const queries = program
    .command('queries')
    .description('確認依頼 (doubtful records that wait for a person)');
  withConnection(queries.command('list', { isDefault: true }))
    .description('未決の確認依頼の一覧 (open queries)')
    .addHelpText('after', '\nExample:\n  daiko queries list')
    .action(async (options: ConnectionOptions) => listUndecided('queries', options));
  withConnection(queries.command('release <record>'))
    .description('記録を合格とする (accept a record; <record> is submissionId/index)')
    .addHelpText('after', '\nExample:\n  daiko queries release 0193…/12')
    .action(async (record: string, options: ConnectionOptions) =>
      decide(record, { decision: 'release' }, options),
    );
  withReason(withConnection(queries.command('return <record>')))
    .description('記録を返戻する (return a record)')
    .addHelpText(
      'after',
      '\nExample:\n  daiko queries return 0193…/12 --code 03 --reason "測定値の再確認が必要"',
    )
    .action(async (record: string, { code, reason, ...options }: ReasonOptions) =>
      decide(record, { decision: 'return', returnReason: code, reason }, options),
    );
  registerQuestions(queries);
  registerArchiveQueries(queries);
  registerReplyQueries(queries);
}

async function decide(
  record: string,
  body: Record<string, string>,
  options: ConnectionOptions,
): Promise<void> {
  const client = await connect(options);
  const answer = await client.post<{ verdict: string }>(
    `/api/inspection/v1/queries/${record}/decision`,
    body,
  );
  print(options.format, answer, () => [`${record}: ${answer.verdict}`]);
}
