import type { Command } from 'commander';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print } from '../client/output.js';
import { listUndecided } from './list-undecided.js';

/** `daiko held`: 保留. */
export function registerHeld(program: Command): void {
  const held = program
    .command('held')
    .description('保留 (records that a fault of ours keeps from a verdict)');
  withConnection(held.command('list', { isDefault: true }))
    .description('保留の一覧 (held records)')
    .addHelpText('after', '\nExample:\n  daiko held list')
    .action(async (options: ConnectionOptions) => listUndecided('held', options));
  withConnection(held.command('retry'))
    .description('保留の記録を再点検する (judge them again)')
    .addHelpText('after', '\nExample:\n  daiko held retry')
    .action(async (options: ConnectionOptions) => {
      const client = await connect(options);
      const outcome = await client.post<{ retried: number; stillHeld: number }>(
        '/api/inspection/v1/held/retry',
      );
      print(options.format, outcome, () => [
        `再点検 ${outcome.retried}件、保留のまま ${outcome.stillHeld}件`,
      ]);
      process.exitCode = outcome.stillHeld === 0 ? 0 : 1;
    });
}
