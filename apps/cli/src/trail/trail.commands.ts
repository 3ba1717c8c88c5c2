import type { Command } from 'commander';
import { serviceNames } from '@daiko/contracts';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print, table } from '../client/output.js';
import { registerMarks } from './marks.commands.js';

export interface Verification {
  ok: boolean;
  streams: number;
  marks: number;
  firstBad: { stream: string; sequence: number; why: string } | null;
}

export function registerTrail(program: Command): void {
  const audit = program.command('audit').description('証跡 (the audit trail)');
  withConnection(audit.command('verify'))
    .description('証跡の鎖をすべて検証する (verify every chain of marks; names the first bad one)')
    .addHelpText('after', '\nExample:\n  daiko audit verify')
    .action(async (options: ConnectionOptions) => {
      const client = await connect(options);
      const result = await client.get<Verification>('/api/audit/v1/verification');
      print(options.format, result, () => verificationLines(result));
      process.exitCode = result.ok ? 0 : 1;
    });
  registerMarks(audit);
  const dead = program.command('dead-letters').description('処理できなかったメッセージ (dead letters)');
  withConnection(dead.command('list', { isDefault: true }))
    .description('処理できなかったメッセージの一覧 (messages that no handler could take)')
    .addHelpText('after', '\nExample:\n  daiko dead-letters list')
    .action(async (options: ConnectionOptions) => {
      const client = await connect(options);
      const letters: Record<string, unknown>[] = [];
      for (const service of serviceNames) {
        const { deadLetters } = await client.get<{ deadLetters: Record<string, unknown>[] }>(
          `/api/${service}/v1/dead-letters`,
        );
        letters.push(...deadLetters.map((letter) => ({ service, ...letter })));
      }
      print(options.format, letters, () =>
        letters.length === 0
          ? ['ありません。 / none.']
          : table(
              letters.map((item) =>
                ['service', 'id', 'type', 'attempts', 'reason'].map((key) => String(item[key] ?? '')),
              ),
            ),
      );
    });
  withConnection(dead.command('replay'))
    .description('もう一度処理させる (hand them to their handlers again)')
    .option('--service <name>', 'このサービスのものだけ / only of this service')
    .addHelpText('after', '\nExample:\n  daiko dead-letters replay --service routing')
    .action(async (options: ConnectionOptions & { service?: string }) => {
      const client = await connect(options);
      let replayed = 0;
      for (const service of options.service === undefined ? serviceNames : [options.service]) {
        const answer = await client.post<{ replayed: number }>(`/api/${service}/v1/dead-letters/replay`, {
          ids: 'all',
        });
        replayed += answer.replayed;
      }
      print(options.format, { replayed }, () => [`${replayed}件を再処理に回しました。 / replayed.`]);
    });
}

export function verificationLines(result: Verification): string[] {
  if (result.ok)
    return [
      `証跡 ${result.marks}件（${result.streams}系列）に欠落・改変はありません。 / The audit trail is whole.`,
    ];
  const bad = result.firstBad;
  return [
    `証跡に異常があります: ${bad?.stream} #${bad?.sequence} ${bad?.why ?? ''} / The audit trail is broken there.`,
  ];
}
