import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print } from '../client/output.js';

/** 確認依頼 between agency and insurer: asked by one, answered by the other. */
export function registerQuestions(queries: Command): void {
  withConnection(queries.command('ask <record>'))
    .description('記録の保険者に照会する (put a query to the insurer of the record)')
    .addHelpText('after', '\nExample:\n  daiko queries ask 0193…/12')
    .action(async (record: string, options: ConnectionOptions) => {
      const client = await connect(options);
      const asked = await client.post<{ insurerNumber: string }>(
        `/api/inspection/v1/queries/${record}/question`,
      );
      print(options.format, asked, () => [
        `${record}: 保険者${asked.insurerNumber}に照会しました / put to insurer ${asked.insurerNumber}`,
      ]);
    });
  withConnection(queries.command('download <record>'))
    .description(
      '保険者として照会された記録の結果・決済ファイルを受け取る (as an insurer, download the two files of a record that was put to it)',
    )
    .option('--to <folder>', '書き込むフォルダ / folder to write into', '.')
    .addHelpText('after', '\nExample:\n  daiko queries download 0193…/12 --to received --as 06999981')
    .action(async (record: string, options: ConnectionOptions & { to: string }) => {
      const client = await connect(options);
      const files: string[] = [];
      for (const document of ['result', 'claim']) {
        const file = join(options.to, `${record.replace('/', '-')}-${document}.xml`);
        await client.download(`/v1/queries/${record}/documents/${document}`, file);
        files.push(file);
      }
      print(options.format, { files }, () => files);
    });
  withConnection(queries.command('answer <record>'))
    .description('保険者として照会に答える (as an insurer, accept or return a record that was put to it)')
    .addOption(
      new Option('--answer <answer>', '合格 accept 又は返戻 return / accept or return')
        .choices(['accept', 'return'])
        .makeOptionMandatory(),
    )
    .option('--code <code>', '返戻の場合の別表10のコード 01〜09 / code of table 10, 01 to 09, for a return')
    .option(
      '--reason <text>',
      '個人を特定しない100文字まで。コード09では必須 / up to 100 characters that name nobody; needed with code 09',
    )
    .addHelpText(
      'after',
      '\nExample:\n  daiko queries answer 0193…/12 --answer return --code 06 --as 06999981',
    )
    .action(async (record: string, options: AnswerOptions) => {
      const { answer, code, reason } = options;
      const client = await connect(options);
      const decided = await client.post<{ verdict: string }>(`/v1/queries/${record}/answer`, {
        answer,
        ...(code !== undefined && { returnReason: code }),
        ...(reason !== undefined && { reason }),
      });
      print(options.format, decided, () => [`${record}: ${decided.verdict}`]);
    });
}

interface AnswerOptions extends ConnectionOptions {
  answer: 'accept' | 'return';
  code?: string;
  reason?: string;
}
