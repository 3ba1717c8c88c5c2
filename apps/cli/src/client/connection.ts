import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { AgencyClient } from './agency-client.js';
import { stateFolder } from './state-folder.js';

/** What a started platform leaves for the command line: its address and the file with its certificate authority. */
export interface PlatformRecord {
  origin: string;
  caFile: string;
  pid: number;
}

/** A wrong or impossible use of the command line: one clear line, exit code 2. */
export class UsageProblem extends Error {
  constructor(ja: string, en: string) {
    super(`${ja} / ${en}`);
    this.name = 'UsageProblem';
  }
}

export interface ConnectionOptions {
  origin?: string;
  ca?: string;
  keyFile?: string;
  as?: string;
  format: 'text' | 'json';
}

export async function readPlatformRecord(): Promise<PlatformRecord> {
  const text = await readFile(join(stateFolder, 'run/platform.json'), 'utf8').catch(() => null);
  if (text === null) {
    throw new UsageProblem(
      'プラットフォームが起動していません。「daiko up」で起動してください。',
      'The platform is not running. Start it with "daiko up".',
    );
  }
  return JSON.parse(text) as PlatformRecord;
}

/** Options of every command that speaks to a running agency. */
export function withConnection(
  command: Command,
  formats = ['text', 'json'],
  defaultFormat = 'text',
): Command {
  return command
    .option(
      '--origin <url>',
      '代行機関のアドレス（既定はこのチェックアウト） / address of the agency (default: the platform of this checkout)',
    )
    .option('--ca <file>', '信頼する認証局（PEM） / certificate authority to trust, PEM')
    .option(
      '--key-file <file>',
      '認証情報のファイル（既定はこのチェックアウトの運用者） / file with the credential (default: the operator of this checkout)',
    )
    .option('--as <number>', '実演のこの取引先として実行する / speak as this partner of the demonstration')
    .addOption(formatOption(formats, defaultFormat));
}

export function formatOption(formats = ['text', 'json'], defaultFormat = 'text'): Option {
  return new Option('--format <format>', '出力形式 / output').choices(formats).default(defaultFormat);
}

export async function connect(options: ConnectionOptions): Promise<AgencyClient> {
  const platform = options.origin === undefined ? await readPlatformRecord() : null;
  const origin = options.origin ?? platform?.origin ?? '';
  const caFile = options.ca ?? platform?.caFile;
  const ca = caFile === undefined ? undefined : await readFile(caFile, 'utf8');
  const key = (await readFile(keyFileOf(options), 'utf8').catch(() => null))?.trim();
  if (key === undefined || key === '') {
    throw new UsageProblem(
      `認証情報を読めません: ${keyFileOf(options)}`,
      `Cannot read the credential: ${keyFileOf(options)}`,
    );
  }
  return new AgencyClient({ origin, key, ...(ca !== undefined && { ca }) });
}

function keyFileOf(options: ConnectionOptions): string {
  if (options.keyFile !== undefined) return options.keyFile;
  if (options.as !== undefined) return join(stateFolder, 'demonstration/partners', `${options.as}.key`);
  return join(stateFolder, 'secrets/operator-key');
}
