import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { connect, type ConnectionOptions, UsageProblem, withConnection } from '../client/connection.js';
import { print } from '../client/output.js';

/** The receipt (受領証) as the agency answers it. */
export interface Receipt {
  receiptNumber: string;
  sha256: string;
  receivedAt: string;
  recordCount: number;
  scanner: string;
  receipt: string;
}

export function registerSubmission(program: Command): void {
  withConnection(program.command('submit <file>'))
    .description('アーカイブを送付する (send an archive as a provider)')
    .option(
      '--idempotency-key <key>',
      '同じキーには同じ答えを返す / the same key again gives the same answer',
    )
    .addHelpText(
      'after',
      '\nExample:\n  daiko submit 1319999981_91399998_202611240_1.zip --key-file provider.key',
    )
    .action(async (file: string, options: ConnectionOptions & { idempotencyKey?: string }) => {
      const client = await connect(options);
      const headers: Record<string, string> = {};
      if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
      const { body } = await client.upload<Receipt>('/v1/submissions', file, basename(file), headers);
      print(options.format, body, () => [
        `受領番号 ${body.receiptNumber}  ${body.recordCount}件  ${body.receivedAt}  SHA-256 ${body.sha256}`,
      ]);
    });
  const receipt = program.command('receipt').description('受領証 (receipts)');
  withConnection(receipt.command('verify <file>'))
    .description(
      '受領証の署名を検証する (check the signature of a receipt: a file with the JWS, or the answer that held it)',
    )
    .option('--keys <file>', '保管済みのJWKSで検証する / JWKS kept earlier, instead of asking the agency')
    .addHelpText('after', '\nExample:\n  daiko receipt verify receipt.json')
    .action(async (file: string, options: ConnectionOptions & { keys?: string }) => {
      const jws = jwsIn(await readFile(file, 'utf8'));
      const keys =
        options.keys === undefined
          ? await (await connect(options)).get<JSONWebKeySet>('/.well-known/daiko/receipt-keys.json')
          : (JSON.parse(await readFile(options.keys, 'utf8')) as JSONWebKeySet);
      const verified = await compactVerify(jws, createLocalJWKSet(keys)).catch(() => null);
      const claims: unknown =
        verified === null ? null : JSON.parse(Buffer.from(verified.payload).toString('utf8'));
      print(options.format, { valid: verified !== null, receipt: claims }, () =>
        verified === null
          ? ['署名が正しくありません。 / The signature does not verify.']
          : ['署名は正しいです。 / The signature verifies.', JSON.stringify(claims, null, 2)],
      );
      process.exitCode = verified === null ? 1 : 0;
    });
}

/** Takes a bare JWS, or the `receipt` of an answer or of the file beside a watch folder. */
function jwsIn(text: string): string {
  const trimmed = text.trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed)) return trimmed;
  try {
    const { receipt } = JSON.parse(trimmed) as { receipt?: unknown };
    if (typeof receipt === 'string') return receipt;
  } catch {
    // Neither form: said below.
  }
  throw new UsageProblem('受領証のファイルではありません。', 'This is not the file of a receipt.');
}
