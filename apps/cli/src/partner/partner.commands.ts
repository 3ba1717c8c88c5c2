import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { AgencyClient } from '../client/agency-client.js';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print, table } from '../client/output.js';

export interface IssuedCredential {
  credentialId: string;
  /** The whole bearer key; shown once, kept nowhere. */
  bearerKey: string;
}

interface AddOptions extends ConnectionOptions {
  kind: 'provider' | 'insurer';
  number: string;
  label: string;
  watchFolder?: boolean;
  saveKey?: string;
}

export interface NewPartner {
  kind: 'provider' | 'insurer';
  number: string;
  label: string;
  hasWatchFolder: boolean;
}

/** Registers a partner and its first credential. */
export async function addPartner(client: AgencyClient, partner: NewPartner): Promise<IssuedCredential> {
  const { credential } = await client.post<{ credential: IssuedCredential }>(
    '/api/identity/v1/partners',
    partner,
  );
  return credential;
}

export function registerPartner(program: Command): void {
  const partner = program.command('partner').description('取引先と認証情報 (partners and their credentials)');
  withConnection(partner.command('add'))
    .description(
      '健診・保健指導機関又は保険者を登録する。鍵は一度だけ表示 (register a provider or an insurer; its key is shown once)',
    )
    .addOption(
      new Option('--kind <kind>', '取引先の種類 / kind of partner')
        .choices(['provider', 'insurer'])
        .makeOptionMandatory(),
    )
    .requiredOption(
      '--number <number>',
      '健診・保健指導機関番号（10桁）又は保険者番号（8桁） / number of the provider, 10 digits, or of the insurer, 8',
    )
    .requiredOption('--label <name>', '機関の名称 / name of the organisation')
    .option('--watch-folder', '監視フォルダでも受け付ける / it delivers through a watch folder too')
    .option(
      '--save-key <file>',
      '鍵を表示せずファイル（0600）に書く / write the key into a file (0600) instead of showing it',
    )
    .addHelpText(
      'after',
      '\nExample:\n  daiko partner add --kind provider --number 1319999981 --label 架空健診センター',
    )
    .action(async (options: AddOptions) => {
      const { kind, number, label } = options;
      const hasWatchFolder = options.watchFolder === true;
      await show(await addPartner(await connect(options), { kind, number, label, hasWatchFolder }), options);
    });
  withConnection(partner.command('rotate <number>'))
    .description(
      '認証情報を更新する。古いものは猶予後に失効 (issue a second credential; the older one ends after its grace)',
    )
    .option(
      '--save-key <file>',
      '鍵を表示せずファイル（0600）に書く / write the key into a file (0600) instead of showing it',
    )
    .addHelpText('after', '\nExample:\n  daiko partner rotate 1319999981 --save-key new.key')
    .action(async (number: string, options: AddOptions) => {
      const client = await connect(options);
      await show(
        await client.post<IssuedCredential>(`/api/identity/v1/partners/${number}/credentials`),
        options,
      );
    });
  withConnection(partner.command('revoke <number> <credentialId>'))
    .description('認証情報を直ちに失効させる (end a credential at once)')
    .addHelpText('after', '\nExample:\n  daiko partner revoke 1319999981 k3f9a1b2c4d5')
    .action(async (number: string, credentialId: string, options: ConnectionOptions) => {
      const client = await connect(options);
      const answer = await client.delete(`/api/identity/v1/partners/${number}/credentials/${credentialId}`);
      print(options.format, answer, () => [`失効しました: ${credentialId} / revoked`]);
    });
  withConnection(partner.command('list'))
    .description('取引先の一覧 (all partners)')
    .addHelpText('after', '\nExample:\n  daiko partner list --format json')
    .action(async (options: ConnectionOptions) => {
      const client = await connect(options);
      const { partners } = await client.get<{ partners: Record<string, string>[] }>(
        '/api/identity/v1/partners',
      );
      print(options.format, partners, () =>
        table(
          partners.map((item) => [item.kind ?? '', item.number ?? '', item.state ?? '', item.label ?? '']),
        ),
      );
    });
}

async function show(issued: IssuedCredential, options: AddOptions): Promise<void> {
  if (options.saveKey === undefined) {
    print(options.format, issued, () => [
      issued.bearerKey,
      '※この鍵は一度だけ表示されます。 / This key is shown once.',
    ]);
    return;
  }
  await writeFile(options.saveKey, issued.bearerKey, { mode: 0o600 });
  print(options.format, { credentialId: issued.credentialId, file: options.saveKey }, () => [
    options.saveKey ?? '',
  ]);
}
