import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import type { AgencyClient } from '../client/agency-client.js';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print, table } from '../client/output.js';

export interface Delivery {
  bundleId?: string;
  returnId?: string;
  name: string;
  kind: string;
  /** Absent where it has just been sealed. */
  state?: string;
  recordCount: number;
  claimYen?: number;
  sha256: string;
  sealedAt: string;
  insurerNumber?: string;
  providerNumber?: string;
}

/** Everything that is there for the caller, page by page. */
export function listDeliveries(
  client: AgencyClient,
  noun: 'bundles' | 'returns',
  from: { after?: string; state?: string } = {},
): Promise<Delivery[]> {
  const state = from.state === undefined ? '' : `?${new URLSearchParams({ state: from.state })}`;
  return client.all<Delivery>(`/v1/${noun}${state}`, noun, from.after);
}

interface ListOptions extends ConnectionOptions {
  after?: string;
  state?: string;
}

/** `daiko bundles` (送付, for insurers) and `daiko returns` (返戻, for providers) have the same verbs. */
export function registerDelivery(program: Command): void {
  registerNoun(program, 'bundles', '送付単位 (bundles for insurers)');
  const bundles = program.commands.find((command) => command.name() === 'bundles');
  if (bundles !== undefined) {
    withConnection(bundles.command('refuse <id>'))
      .description('読めない送付を理由を付けて拒む (refuse a bundle as unreadable, with a reason)')
      .addOption(
        new Option('--reason <reason>', '読めない又は取下げ / unreadable or withdrawn')
          .choices(['unreadable', 'withdrawn'])
          .default('unreadable'),
      )
      .addHelpText('after', '\nExample:\n  daiko bundles refuse 0193… --reason unreadable --as 06999981')
      .action(async (id: string, options: ConnectionOptions & { reason: string }) => {
        const client = await connect(options);
        const answer = await client.post(`/v1/bundles/${id}/refusal`, { reason: options.reason });
        print(options.format, answer, () => [`受取を拒否しました: ${id} / refused`]);
      });
  }
  registerNoun(program, 'returns', '返戻 (returns for providers)');
  withConnection(program.command('seal'))
    .description('今すぐ送付・返戻を封緘する (seal bundles and returns now)')
    .addHelpText('after', '\nExample:\n  daiko seal')
    .action(async (options: ConnectionOptions) => {
      const client = await connect(options);
      const sealed = await client.post<{ bundles: Delivery[]; returns: Delivery[] }>(
        '/api/routing/v1/sealings',
        {},
      );
      print(options.format, sealed, () => [
        ...lines(sealed.bundles),
        ...lines(sealed.returns),
        `送付 ${sealed.bundles.length}件、返戻 ${sealed.returns.length}件を封緘しました。 / sealed.`,
      ]);
    });
}

function registerNoun(program: Command, noun: 'bundles' | 'returns', description: string): void {
  const command = program.command(noun).description(description);
  withConnection(command.command('list', { isDefault: true }))
    .description('自分宛のものの一覧 (list what is there for you, new since a cursor)')
    .option('--after <cursor>', 'このカーソルより後のものだけ / only those after this cursor')
    .option('--state <state>', 'この状態のものだけ / only those in this state')
    .addHelpText('after', `\nExample:\n  daiko ${noun} list --as 06999981`)
    .action(async (options: ListOptions) => {
      const items = await listDeliveries(await connect(options), noun, options);
      print(options.format, items, () => lines(items));
    });
  withConnection(command.command('download <id>'))
    .description('アーカイブを受け取る (download the archive)')
    .option('--to <folder>', '書き込むフォルダ / folder to write into', '.')
    .addHelpText('after', `\nExample:\n  daiko ${noun} download 0193… --to received`)
    .action(async (id: string, options: ConnectionOptions & { to: string }) => {
      const client = await connect(options);
      const { name } = await client.get<Delivery>(`/v1/${noun}/${id}`);
      const file = join(options.to, basename(name));
      await client.download(`/v1/${noun}/${id}/content`, file);
      print(options.format, { file }, () => [file]);
    });
  withConnection(command.command('acknowledge <id>'))
    .description('受領を確認する (confirm that it arrived whole)')
    .requiredOption(
      '--sha256 <digest>',
      '受け取ったファイルのSHA-256 / SHA-256 of the file that was received',
    )
    .addHelpText('after', `\nExample:\n  daiko ${noun} acknowledge 0193… --sha256 9f86d0…`)
    .action(async (id: string, options: ConnectionOptions & { sha256: string }) => {
      const client = await connect(options);
      const answer = await client.post(`/v1/${noun}/${id}/acknowledgement`, { sha256: options.sha256 });
      print(options.format, answer, () => [`受領を確認しました: ${id} / acknowledged`]);
    });
}

function lines(items: Delivery[]): string[] {
  return table(
    items.map(({ bundleId, returnId, name, kind, state, recordCount }) => [
      bundleId ?? returnId ?? '',
      name,
      kind,
      state ?? '',
      `${recordCount}件`,
    ]),
  );
}
