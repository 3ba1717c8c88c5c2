import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { calendarDate, dayInJapan } from '@daiko/exchange-format';
import {
  type ArchivePlan,
  type DefectName,
  type DefectPlan,
  inventWorld,
  namedDefects,
  planArchive,
  writeArchive,
} from '@daiko/synthetic';
import { formatOption, UsageProblem } from '../client/connection.js';
import { print } from '../client/output.js';
import { demonstrationAgency } from '../platform/demonstration-agency.js';

interface SimulateOptions {
  to: string;
  seed: string;
  providers: string;
  insurers: string;
  records: string;
  archives: string;
  kind: 'checkup' | 'guidance';
  size: 'small' | 'large';
  defect: DefectPlan[];
  date: string;
  agency: string;
  format: 'text' | 'json';
}

/** `daiko simulate`: writes invented archives, the same bytes for the same seed, and what an inspection must find in them. */
export function registerSimulate(program: Command): void {
  program
    .command('simulate')
    .description('架空のアーカイブを作る (write invented archives, seeded, of any size, with named defects)')
    .requiredOption('--to <folder>', '書き込むフォルダ / folder to write into')
    .option('--seed <number>', '種。同じ種からは同じバイト列 / the same seed gives the same bytes', '1')
    .option('--providers <count>', '健診・保健指導機関の数 / providers; each sends its own archives', '1')
    .option('--insurers <count>', '保険者の数 / insurers the people belong to', '3')
    .option('--records <count>', 'アーカイブ1個の件数 / records of each archive', '100')
    .option('--archives <count>', '機関ごとのアーカイブ数（1〜10） / archives of each provider, 1 to 10', '1')
    .addOption(
      new Option('--kind <kind>', '健診又は保健指導 / what the records are')
        .choices(['checkup', 'guidance'])
        .default('checkup'),
    )
    .addOption(
      new Option('--size <size>', '文書の大きさ / size of a document')
        .choices(['small', 'large'])
        .default('small'),
    )
    .option(
      '--defect <name:count>',
      '不備を仕込む（繰り返し可）。list で名前の一覧 / plant a named defect (repeatable); "list" shows the names',
      addDefect,
      [],
    )
    .option('--date <YYYYMMDD>', '提出年月日 YYYYMMDD / day of submission', dayInJapan(new Date()))
    .option('--agency <number>', '提出先の代行機関番号 / agency that receives', demonstrationAgency)
    .addOption(formatOption())
    .addHelpText(
      'after',
      '\nExample:\n  daiko simulate --to /tmp/in --records 20000 --seed 7 --defect bmi-missing:3',
    )
    .action(simulate);
}

function addDefect(text: string, defects: DefectPlan[]): DefectPlan[] {
  const [name = '', count = '1'] = text.split(':');
  if (!(name in namedDefects) || !/^\d{1,6}$/.test(count)) {
    const names = Object.keys(namedDefects).join(' ');
    throw new UsageProblem(
      `--defect は 名前:件数 で指定してください。名前: ${names}`,
      `--defect takes name:count; names: ${names}`,
    );
  }
  return [...defects, { name: name as DefectName, count: Number(count) }];
}

function count(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new UsageProblem(
      `--${name} は0から${max}の整数です。`,
      `--${name} is a whole number from 0 to ${max}.`,
    );
  }
  return value;
}

async function simulate(options: SimulateOptions): Promise<void> {
  const seed = count('seed', options.seed, 2 ** 31);
  const world = inventWorld({
    seed,
    providers: count('providers', options.providers, 1000),
    insurers: count('insurers', options.insurers, 1000),
    agencyNumber: options.agency,
    date: calendarDate(options.date),
  });
  await mkdir(options.to, { recursive: true });
  const written: ({ file: string } & Awaited<ReturnType<typeof writeTo>>)[] = [];
  for (const provider of world.providers) {
    for (let sequence = 0; sequence < count('archives', options.archives, 10); sequence += 1) {
      const plan = planArchive(world, {
        provider,
        kind: options.kind,
        recordCount: count('records', options.records, 100_000),
        sequence,
        defects: options.defect,
        size: options.size,
        seed: seed + sequence,
      });
      const file = join(options.to, `${plan.rootName}.zip`);
      written.push({ file, ...(await writeTo(plan, file)) });
    }
  }
  print(
    options.format,
    { world: { providers: world.providers, insurers: world.insurers }, archives: written },
    () =>
      written.map(
        ({ file, expected }) =>
          `${file}  ${expected.records}件  合格 ${expected.passed} 返戻 ${expected.returned} 確認依頼 ${expected.held}`,
      ),
  );
}

/** Writes a planned archive into a file, as a stream. */
export async function writeTo(plan: ArchivePlan, file: string): ReturnType<typeof writeArchive> {
  const stream = createWriteStream(file, { mode: 0o600 });
  const outcome = await writeArchive(plan, async (chunk) => {
    if (!stream.write(chunk)) await once(stream, 'drain');
  });
  stream.end();
  await once(stream, 'finish');
  return outcome;
}
