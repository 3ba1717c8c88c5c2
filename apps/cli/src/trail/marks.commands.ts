import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { JSONWebKeySet } from 'jose';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';
import { print, table } from '../client/output.js';
import { type InclusionProof, type ProofFault, verifyInclusion } from './verify-inclusion.js';

interface Mark {
  number: number;
  id: string;
  type: string;
  time: string;
  data: { actorId?: string; action?: string; objectId?: string; outcome?: string } | null;
}

interface MarkOptions extends ConnectionOptions {
  actor?: string;
  object?: string;
  action?: string;
  after?: number;
  limit: number;
}

/** `audit marks` and `audit prove`: who did what, and the proof that it was written down. */
export function registerMarks(audit: Command): void {
  withConnection(audit.command('marks'))
    .description(
      '誰が何を見たか・したか（閲覧も記録されます） / who saw or did what; the reading leaves a mark',
    )
    .option('--actor <id>', '取引先のID / id of the partner')
    .option('--object <id>', '対象のID / id of the object')
    .option('--action <object:verb>', '操作 / action, e.g. bundle:acknowledge')
    .option('--after <number>', 'この番号より後 / after this number', wholeNumber)
    .option('--limit <count>', '件数（1〜1000） / how many, 1 to 1000', wholeNumber, 100)
    .addHelpText('after', '\nExample:\n  daiko audit marks --action bundle:acknowledge')
    .action(async (options: MarkOptions) => {
      const { actor, object, action, after, limit } = options;
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries({ actor, object, action, after, limit })) {
        if (value !== undefined) query.set(name, String(value));
      }
      const client = await connect(options);
      const page = await client.get<{ items: Mark[]; next: number | null }>(
        `/api/audit/v1/marks?${query.toString()}`,
      );
      print(options.format, page, () => markLines(page.items, page.next));
    });
  withConnection(audit.command('prove <markId>'))
    .description(
      '証跡が署名済みチェックポイントに含まれることを手元で検証する / verify here that a mark is in a signed checkpoint',
    )
    .option('--keys <file>', '保管済みのJWKSで検証する / JWKS kept earlier, instead of asking the agency')
    .addHelpText('after', '\nExample:\n  daiko audit prove 018f3c3e-0000-7000-8000-000000000001')
    .action(async (markId: string, options: ConnectionOptions & { keys?: string }) => {
      const client = await connect(options);
      const proof = await client.get<InclusionProof>(`/api/audit/v1/proofs/${encodeURIComponent(markId)}`);
      const keys =
        options.keys === undefined
          ? await client.get<JSONWebKeySet>('/.well-known/daiko/checkpoint-keys.json')
          : (JSON.parse(await readFile(options.keys, 'utf8')) as JSONWebKeySet);
      const fault = await verifyInclusion(proof, keys);
      print(options.format, { valid: fault === null, fault, proof }, () => proofLines(proof, fault));
      process.exitCode = fault === null ? 0 : 1;
    });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('0以上の整数 / a whole number');
  return Number(text);
}

function markLines(marks: readonly Mark[], next: number | null): string[] {
  if (marks.length === 0) return ['ありません。 / none.'];
  const rows = marks.map(({ number, time, data, type, id }) => [
    number,
    time,
    data?.actorId ?? '',
    data?.action ?? type,
    data?.objectId ?? '',
    data?.outcome ?? '',
    id,
  ]);
  return [...table(rows), ...(next === null ? [] : [`続き / more: --after ${next}`])];
}

const faults: Record<Exclude<ProofFault, null>, string> = {
  path: '証明の経路が根に一致しません。 / The path does not lead to the root.',
  signature: 'チェックポイントの署名が正しくありません。 / The signature of the checkpoint does not verify.',
  statement: '署名された内容が証明と異なります。 / What was signed is not what the proof says.',
};

function proofLines({ leafIndex, treeSize, rootHash }: InclusionProof, fault: ProofFault): string[] {
  if (fault !== null) return [faults[fault]];
  return [
    `証跡 ${leafIndex} は署名済みチェックポイント（${treeSize}件）に含まれます。 / The mark is in the signed checkpoint.`,
    `root ${rootHash}`,
  ];
}
