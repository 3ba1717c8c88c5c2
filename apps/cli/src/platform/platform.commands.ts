import type { Command } from 'commander';
import { formatOption, withConnection } from '../client/connection.js';
import { demonstrationAgency } from './demonstration-agency.js';
import { down } from './down.js';
import { status } from './status.js';
import { up } from './up.js';

export function registerPlatform(program: Command): void {
  program
    .command('up')
    .description('サーバーとサービスを起動する (start the servers and services, stay until Ctrl-C)')
    .option('--fresh', 'すべてのデータを消して始め直す / begin anew: removes all data of this checkout first')
    .option('--once', '実演のまとめを表示したら停止する / stop after the summary of the demonstration')
    .option(
      '--demonstration',
      '架空のアーカイブを送り、結果を示す / send invented archives and show what becomes of them',
    )
    .option(
      '--agency <number>',
      '代行機関番号 / number of the agency that this platform is',
      demonstrationAgency,
    )
    .option(
      '--seal-every <seconds>',
      '送付・返戻を封緘する間隔（秒）。0は指示したときだけ / seal bundles and returns at this interval; 0: only on command',
      '3600',
    )
    .option(
      '--settings <file>',
      '規則の設定（JSON）。daiko check と同じ / settings of the rules (JSON), as for daiko check',
    )
    .option(
      '--workers <list>',
      'サービスのプロセス数。例 inspection=2,routing=2 / processes of a service, such as inspection=2,routing=2',
    )
    .addOption(formatOption())
    .addHelpText('after', '\nExample:\n  daiko up --fresh --demonstration')
    .action(up);
  program
    .command('down')
    .description('停止する (stop the platform of this checkout)')
    .option('--purge', 'データも消去する / remove all its data as well')
    .addOption(formatOption())
    .addHelpText('after', '\nExample:\n  daiko down --purge')
    .action(down);
  withConnection(program.command('status'))
    .description('稼働状況 (is every service up?)')
    .addHelpText('after', '\nExample:\n  daiko status --format json')
    .action(status);
}
