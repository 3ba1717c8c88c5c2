import { Problem } from '@daiko/contracts';
import { beginInspection } from '@daiko/inspection-rules';
import { type Command, Option } from 'commander';
import { FileSource } from './file-source.js';
import { dayOfCheck, loadSettings } from './load-settings.js';
import { Output } from './output.js';
import { EXIT_UNUSABLE, problemLines } from './problem-lines.js';
import { Tally } from './tally.js';
import { writeJson } from './write-json.js';
import { writeText } from './write-text.js';

interface CheckOptions {
  readonly agency?: string;
  readonly date?: string;
  readonly settings?: string;
  readonly format: 'text' | 'json';
}

const help = `
終了コード / exit codes:
  0  受付可（確認依頼を含む） / accepted, queries included
  1  返戻又は受付不可がある / something is returned or refused
  2  読めない、使い方の誤り、判定保留 / unreadable, wrong usage, or held

例 / example:
  daiko check 1310000011_91399113_202611240_1.zip --agency 91399113 --date 20261124
  daiko check FILE.zip --format json > report.json`;

/** `daiko check FILE.zip`: the desk's own judge, offline. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description(
      "ZIPを手元で点検する（受付と同じ判定） / inspect an archive offline, with the desk's own judge",
    )
    .argument('<file>', '点検するZIP / the archive')
    .option('--agency <number>', '提出先の代行機関番号 / agency the archive goes to')
    .option('--date <day>', '受付日 YYYYMMDD（既定は今日） / day of receipt, today unless given')
    .option('--settings <file>', '設定ファイル（JSON） / settings file (JSON)')
    .addOption(new Option('--format <format>', '出力形式 / output').choices(['text', 'json']).default('text'))
    .addHelpText('after', help)
    .action(async (file: string, options: CheckOptions) => {
      process.exitCode = await checkOrExplain(file, options);
    });
}

async function checkOrExplain(file: string, options: CheckOptions): Promise<number> {
  try {
    return await check(file, options, new Output(process.stdout), new Date());
  } catch (error) {
    // A reader that closes early (`| head`) is no fault.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return EXIT_UNUSABLE;
    if (!(error instanceof Problem)) throw error;
    for (const line of problemLines(error)) console.error(line);
    return EXIT_UNUSABLE;
  }
}

/** Inspects a file and writes the report; answers the exit code. Throws a Problem for what the caller can mend. */
export async function check(file: string, options: CheckOptions, output: Output, now: Date): Promise<number> {
  const settings = await loadSettings(options);
  const date = dayOfCheck(options.date, now);
  const source = await FileSource.open(file);
  try {
    const tally = new Tally();
    const inspection = await beginInspection(source, { fileName: file }, settings, date);
    const write = options.format === 'json' ? writeJson : writeText;
    await write(inspection, tally, output);
    await output.flush();
    return tally.exitCode(inspection.archive.verdict);
  } finally {
    await source.close();
  }
}
