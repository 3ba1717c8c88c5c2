import { mkdir } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  knownSchemaSets,
  ownSchemaSet,
  recogniseSchemaSet,
  type SchemaFiles,
  type SchemaSet,
  storeSchemaSet,
  type StoredSchemaSet,
  UnknownConstruct,
} from '@daiko/exchange-format';
import { formatOption, UsageProblem } from '../client/connection.js';
import { print, table } from '../client/output.js';
import { readSchemaFiles } from './read-schema-files.js';
import {
  importedDigests,
  openActiveSet,
  openImportedSet,
  schemaFolderOf,
  useImportedSet,
  useOwnSet,
  writeStoredSet,
} from './schema-folder.js';

interface ImportOptions {
  acceptUnknown?: boolean;
  format: 'text' | 'json';
}

/** `daiko schemas`: the schemas (様式) by which documents are judged. */
export function registerSchemas(program: Command): void {
  const schemas = program
    .command('schemas')
    .description('点検に使う様式（XSD）を管理する (the schemas by which documents are judged)')
    .addHelpText('after', '\nExample:\n  daiko schemas import XSD.zip');
  schemas
    .command('import')
    .description(
      '厚生労働省の様式一式を取り込んで使う (import the official schemas and use them from now on)',
    )
    .argument('<from>', '様式のあるフォルダ又はZIP / folder or ZIP with the schemas')
    .option(
      '--accept-unknown',
      '公表された様式と異なる一式も受け入れる / take a set that is not a published one',
    )
    .addOption(formatOption())
    .addHelpText('after', '\nExample:\n  daiko schemas import XSD.zip')
    .action(importSet);
  schemas
    .command('list')
    .description('取り込んだ様式の一覧 (the sets there are, and which one is used)')
    .addOption(formatOption())
    .addHelpText('after', '\nExample:\n  daiko schemas list --format json')
    .action(listSets);
  schemas
    .command('use')
    .description('使う様式を選ぶ (choose the set to use)')
    .argument('<id>', 'own 又は schemas list のid / own, or an id of schemas list')
    .addOption(formatOption())
    .addHelpText('after', '\nExample:\n  daiko schemas use own')
    .action(useSet);
}

async function importSet(from: string, options: ImportOptions): Promise<void> {
  const stored = await importSchemas(from, schemaFolderOf(), options.acceptUnknown === true);
  const { id, digest } = stored.set;
  print(options.format, { id, digest, files: stored.files.size }, () => [
    `様式を取り込みました: ${id}（${stored.files.size}ファイル） / imported: ${id} (${stored.files.size} files)`,
    `SHA-256 ${digest}`,
    '動いているサービスには次の起動から使われます。 / Running services use it from their next start.',
  ]);
}

/** Imports a set into a folder and makes it the one in use; a UsageProblem where it is not taken. */
export async function importSchemas(
  from: string,
  folder: string,
  isUnknownAccepted: boolean,
): Promise<StoredSchemaSet> {
  const files = await readSchemaFiles(from);
  if (!isUnknownAccepted) refuseUnknown(files);
  const stored = compiled(files);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await writeStoredSet(folder, stored);
  return stored;
}

function refuseUnknown(files: SchemaFiles): void {
  const recognition = recogniseSchemaSet(files);
  if (recognition.isKnown) return;
  const { nearest, missing, changed, added } = recognition;
  const named = (ja: string, en: string, paths: readonly string[]): { ja: string; en: string }[] =>
    paths.length === 0 ? [] : [{ ja: `${ja}: ${paths.join('、')}`, en: `${en}: ${paths.join(', ')}` }];
  const parts = [
    ...named('ない', 'missing', missing),
    ...named('内容が異なる', 'other content', changed),
    ...named('余分', 'not part of it', added.slice(0, 10)),
  ];
  throw new UsageProblem(
    `公表された様式（${nearest.ja}）と一致しません。${parts.map(({ ja }) => ja).join(' ／ ')}。` +
      'この一式で点検してよいと確かめた場合だけ --accept-unknown を付けてください。',
    `This is not a published set (nearest: ${nearest.en}): ${parts.map(({ en }) => en).join('; ')}. ` +
      'Give --accept-unknown only if you are sure that documents are to be judged by it.',
  );
}

function compiled(files: SchemaFiles): StoredSchemaSet {
  try {
    return storeSchemaSet(files);
  } catch (error) {
    if (!(error instanceof UnknownConstruct)) throw error;
    throw new UsageProblem(
      `この様式では正確に点検できないため取り込みません（${error.message}）。`,
      `These schemas are not imported: documents could not be judged by them exactly (${error.message}).`,
    );
  }
}

interface ListedSet {
  id: string;
  digest: string;
  name: string;
  isUsed: boolean;
}

async function listSets(options: { format: 'text' | 'json' }): Promise<void> {
  const sets = await listSchemas(schemaFolderOf());
  print(options.format, sets, () =>
    table([
      ['', '様式 / set', '名称 / name', 'SHA-256'],
      ...sets.map(({ id, name, digest, isUsed }) => [isUsed ? '＊' : '', id, name, digest]),
    ]),
  );
}

/** Our own set and the imported ones. */
export async function listSchemas(folder: string): Promise<ListedSet[]> {
  const used = await openActiveSet(folder);
  const imported = (await importedDigests(folder)).map((digest) => openImportedSet(folder, digest));
  return [ownSchemaSet(), ...imported].map((set) => ({
    id: set.id,
    digest: set.digest,
    name: nameOf(set),
    isUsed: set.id === used.id,
  }));
}

function nameOf(set: SchemaSet): string {
  if (set === ownSchemaSet()) return 'Daiko';
  const known = knownSchemaSets.find(({ name }) => set.id.startsWith(`${name}-`));
  return known === undefined ? '公表外 / not a published set' : `${known.ja} / ${known.en}`;
}

async function useSet(id: string, options: { format: 'text' | 'json' }): Promise<void> {
  const set = await useSchemas(schemaFolderOf(), id);
  print(options.format, { id: set.id, digest: set.digest }, () => [
    `この様式を使います: ${set.id} / used from now on: ${set.id}`,
    '動いているサービスには次の起動から使われます。 / Running services use it from their next start.',
  ]);
}

/** Makes a set the one in use; a UsageProblem where there is no such set. */
export async function useSchemas(folder: string, id: string): Promise<SchemaSet> {
  if (id === 'own' || id === ownSchemaSet().id) {
    await useOwnSet(folder);
    return ownSchemaSet();
  }
  const set = await findSchemas(folder, id);
  await useImportedSet(folder, set.digest);
  return set;
}

/** The set of an id or digest: `own`, or an imported one; a UsageProblem where there is none. */
export async function findSchemas(folder: string, id: string): Promise<SchemaSet> {
  if (id === 'own' || id === ownSchemaSet().id) return ownSchemaSet();
  for (const digest of await importedDigests(folder)) {
    const set = openImportedSet(folder, digest);
    if (set.id === id || digest === id) return set;
  }
  throw new UsageProblem(
    `様式「${id}」は取り込まれていません。「daiko schemas list」で確認してください。`,
    `No schemas "${id}" are imported. See "daiko schemas list".`,
  );
}
