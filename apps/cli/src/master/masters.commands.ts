import type { Bilingual } from '@daiko/contracts';
import { Argument, type Command } from 'commander';
import { AgencyRefused } from '../client/agency-refused.js';
import { connect, type ConnectionOptions, UsageProblem, withConnection } from '../client/connection.js';
import { print, table } from '../client/output.js';

interface MasterImport {
  importId: string;
  insurerNumber: string;
  kind: string;
  version: number;
  sha256: string;
  rowCount: number;
  entryCount: number;
  importedAt: string;
  supersededAt: string | null;
}

interface RowError {
  line: number;
  column: string;
  value: string;
  expected: Bilingual;
}

/** Errors printed in a terminal; `--format json` has all that were sent. */
const shownMax = 50;

/** `daiko masters`: 受診券発行台帳, 被保険者マスタ, 契約マスタ of the insurers. */
export function registerMasters(program: Command): void {
  const masters = program.command('masters').description('保険者の台帳・マスタ (masters of insurers)');
  withConnection(masters.command('import'))
    .addArgument(new Argument('<kind>').choices(['tickets', 'members', 'contracts']))
    .argument('<file>', 'CSV（UTF-8 又は Shift_JIS）。マスタ全体 / CSV, UTF-8 or Shift_JIS; the whole master')
    .option(
      '--insurer <number>',
      '保険者番号（8桁）。保険者自身は省略可 / insurer number, 8 digits; an insurer itself may leave it out',
    )
    .description('マスタを入れ替える (replace a master by a file, whole or not at all)')
    .addHelpText('after', '\nExample:\n  daiko masters import tickets tickets.csv --insurer 06139992')
    .action(importMaster);
  withConnection(masters.command('list'))
    .description('取り込んだマスタの一覧 (imports, the newest first)')
    .addHelpText('after', '\nExample:\n  daiko masters list --format json')
    .action(listMasters);
}

async function importMaster(
  kind: string,
  file: string,
  options: ConnectionOptions & { insurer?: string },
): Promise<void> {
  const { insurer } = options;
  if (insurer !== undefined && !/^\d{8}$/.test(insurer)) {
    throw new UsageProblem('--insurer は8桁の保険者番号です。', '--insurer is a number of 8 digits.');
  }
  const client = await connect(options);
  const query = insurer === undefined ? '' : `?insurer=${insurer}`;
  try {
    const { body } = await client.sendCsv<MasterImport>(`/v1/masters/${kind}${query}`, file);
    print(options.format, body, () => [
      `${body.kind} ${body.insurerNumber} v${body.version}: ${body.rowCount}行を取り込みました。 / ${body.rowCount} lines taken.`,
    ]);
  } catch (error) {
    const errors = error instanceof AgencyRefused ? (error.body.errors as RowError[] | undefined) : undefined;
    if (!(error instanceof AgencyRefused) || errors === undefined) throw error;
    print(options.format, error.body, () => errorLines(error, errors));
    process.exitCode = 1;
  }
}

function errorLines({ body }: AgencyRefused, errors: readonly RowError[]): string[] {
  const rows = errors
    .slice(0, shownMax)
    .map(({ line, column, value, expected }) => [
      `${line}行`,
      column === '' ? '-' : column,
      value === '' ? '""' : value,
      `${expected.ja} / ${expected.en}`,
    ]);
  const rest = Number(body.errorCount) - rows.length;
  return [
    `${body.detail} / ${body.detailEn}`,
    ...table([['行 line', '列 column', '値 value', '正しい値 expected'], ...rows]),
    ...(rest > 0 ? [`ほか${rest}件 / ${rest} more`] : []),
  ];
}

async function listMasters(options: ConnectionOptions): Promise<void> {
  const client = await connect(options);
  const answer = await client.get<{ masters: MasterImport[] }>('/v1/masters');
  print(options.format, answer, () =>
    table([
      ['保険者', '種別', '版', '行', '取込', '有効'],
      ...answer.masters.map(({ insurerNumber, kind, version, rowCount, importedAt, supersededAt }) => [
        insurerNumber,
        kind,
        `v${version}`,
        rowCount,
        importedAt,
        supersededAt === null ? '○' : '-',
      ]),
    ]),
  );
}
