import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print, table } from '../client/output.js';

interface Undecided {
  submissionId: string;
  index: number;
  resultFile: string | null;
  insurerNumber: string | null;
  findings: { rule: string; severity: string }[];
}

export function registerUndecided(program: Command): void {
  const queries = program
    .command('queries')
    .description('確認依頼 (doubtful records that wait for a person)');
  withConnection(queries.command('list', { isDefault: true }))
    .description('未決の確認依頼の一覧 (open queries)')
    .addHelpText('after', '\nExample:\n  daiko queries list')
    .action(async (options: ConnectionOptions) => list('queries', options));
  withConnection(queries.command('release <record>'))
    .description('記録を合格とする (accept a record; <record> is submissionId/index)')
    .addHelpText('after', '\nExample:\n  daiko queries release 0193…/12')
    .action(async (record: string, options: ConnectionOptions) =>
      decide(record, { decision: 'release' }, options),
    );
  withReason(withConnection(queries.command('return <record>')))
    .description('記録を返戻する (return a record)')
    .addHelpText(
      'after',
      '\nExample:\n  daiko queries return 0193…/12 --code 03 --reason "測定値の再確認が必要"',
    )
    .action(async (record: string, { code, reason, ...options }: ReasonOptions) =>
      decide(record, { decision: 'return', returnReason: code, reason }, options),
    );
  registerQuestions(queries);
  registerArchiveQueries(queries);
  registerReplyQueries(queries);
  const held = program
    .command('held')
    .description('保留 (records that a fault of ours keeps from a verdict)');
  withConnection(held.command('list', { isDefault: true }))
    .description('保留の一覧 (held records)')
    .addHelpText('after', '\nExample:\n  daiko held list')
    .action(async (options: ConnectionOptions) => list('held', options));
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

interface ReasonOptions extends ConnectionOptions {
  reason: string;
  code: string;
}

function withReason(command: Command): Command {
  return command
    .requiredOption('--reason <text>', '理由（100文字まで） / why, up to 100 characters')
    .option('--code <code>', '別表9のコード 01〜09 / code of table 9, 01 to 09', '09');
}

interface AskingArchive {
  submissionId: string;
  providerNumber: string;
  recordCount: number;
  findings: { rule: string; message: { ja: string } }[];
}

/** Archives that ask something as a whole (B001 to B004): one question for all their records. */
function registerArchiveQueries(queries: Command): void {
  withConnection(queries.command('archives'))
    .description('アーカイブ全体（統計）の確認依頼の一覧 (archives whose statistics ask something)')
    .addHelpText('after', '\nExample:\n  daiko queries archives')
    .action(async (options: ConnectionOptions) => {
      const client = await connect(options);
      const archives: AskingArchive[] = [];
      const pages = client.pages<{ archives: AskingArchive[]; next: string | null }>(
        '/api/inspection/v1/archive-queries',
      );
      for await (const page of pages) archives.push(...page.archives);
      print(options.format, { archives, next: null }, () =>
        archives.flatMap(({ submissionId, providerNumber, recordCount, findings }) => [
          `${submissionId}  ${providerNumber}  ${recordCount}件`,
          ...findings.map(({ rule, message }) => `  [${rule}] ${message.ja}`),
        ]),
      );
    });
  withConnection(queries.command('release-archive <submission>'))
    .description('アーカイブ全体を送付してよいとする (let the records of such an archive go on)')
    .addHelpText('after', '\nExample:\n  daiko queries release-archive 0193…')
    .action(async (submission: string, options: ConnectionOptions) => {
      const client = await connect(options);
      const path = `/api/inspection/v1/archive-queries/${submission}/release`;
      const released = await client.post<{ state: string }>(path);
      print(options.format, released, () => [`${submission}: 送付します / goes on`]);
    });
  withReason(withConnection(queries.command('return-archive <submission>')))
    .description('アーカイブ全体を返戻する (return all records of such an archive)')
    .addHelpText(
      'after',
      '\nExample:\n  daiko queries return-archive 0193… --code 03 --reason "質問票の変換を確認してください"',
    )
    .action(async (submission: string, { code, reason, ...options }: ReasonOptions) => {
      const client = await connect(options);
      const path = `/api/inspection/v1/archive-queries/${submission}/return`;
      const returned = await client.post<{ state: string }>(path, { returnReason: code, reason });
      print(options.format, returned, () => [`${submission}: 返戻します / goes back`]);
    });
}

interface UntakenReply {
  replyId: string;
  index: number;
  insurerNumber: string;
  interactionType: string;
  findings: { rule: string }[];
}

/** Pairs of insurers' returns (種別 4, 5) that were not taken. */
function registerReplyQueries(queries: Command): void {
  withConnection(queries.command('replies'))
    .description("受け入れなかった保険者返戻の一覧 (pairs of insurers' returns that were not taken)")
    .addHelpText('after', '\nExample:\n  daiko queries replies')
    .action(async (options: ConnectionOptions) => {
      const client = await connect(options);
      const replies: UntakenReply[] = [];
      const pages = client.pages<{ replies: UntakenReply[]; next: string | null }>(
        '/api/inspection/v1/reply-queries',
      );
      for await (const page of pages) replies.push(...page.replies);
      print(options.format, { replies, next: null }, () =>
        replies.map(({ replyId, index, insurerNumber, interactionType, findings }) => {
          const rules = findings.map(({ rule }) => rule).join(' ');
          return `${replyId}/${index}  ${insurerNumber}  種別${interactionType}  ${rules}`;
        }),
      );
    });
  withConnection(queries.command('close-reply <record>'))
    .description('保険者に連絡したものを対応済みとする (close one that the insurer was told of)')
    .addHelpText('after', '\nExample:\n  daiko queries close-reply 0193…/3')
    .action(async (record: string, options: ConnectionOptions) => {
      const client = await connect(options);
      const closed = await client.post(`/api/inspection/v1/reply-queries/${record}/close`);
      print(options.format, closed, () => [`${record}: 対応済み / closed`]);
    });
}

/** 確認依頼 between agency and insurer: asked by one, answered by the other. */
function registerQuestions(queries: Command): void {
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

async function list(noun: 'queries' | 'held', options: ConnectionOptions): Promise<void> {
  const client = await connect(options);
  const items: Undecided[] = [];
  // An insurer sees under the same path what was put to it.
  const path = `${noun === 'queries' ? '/v1' : '/api/inspection/v1'}/${noun}`;
  const pages = client.pages<{ queries?: Undecided[]; held?: Undecided[]; next: string | null }>(path);
  for await (const page of pages) items.push(...(page[noun] ?? []));
  print(options.format, items, () =>
    items.length === 0
      ? ['ありません。 / none.']
      : table(
          items.map(({ submissionId, index, resultFile, insurerNumber, findings }) => [
            `${submissionId}/${index}`,
            resultFile ?? '',
            insurerNumber ?? '',
            findings.map(({ rule }) => rule).join(' '),
          ]),
        ),
  );
}

async function decide(
  record: string,
  body: Record<string, string>,
  options: ConnectionOptions,
): Promise<void> {
  const client = await connect(options);
  const answer = await client.post<{ verdict: string }>(
    `/api/inspection/v1/queries/${record}/decision`,
    body,
  );
  print(options.format, answer, () => [`${record}: ${answer.verdict}`]);
}
