import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import type { ServerKind } from './server-choice.js';
import { readJson } from './state-folder.js';

const notePath = (stateFolder: string): string => join(stateFolder, 'servers.json');

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** The kind of servers that hold the data of a state folder; null where nothing was begun yet. */
export async function begunKind(stateFolder: string): Promise<ServerKind | null> {
  const note = (await readJson(notePath(stateFolder))) as { kind?: unknown } | undefined;
  if (note?.kind === 'native' || note?.kind === 'docker') return note.kind;
  // Native servers were the only ones before there was a note.
  const folders = ['postgres', 'rabbitmq', 'swift'].map((name) => exists(join(stateFolder, name)));
  return (await Promise.all(folders)).some(Boolean) ? 'native' : null;
}

/** Notes the kind of servers that a state folder stays with. */
export async function noteBegun(stateFolder: string, kind: ServerKind): Promise<void> {
  await writeWhole(notePath(stateFolder), `${JSON.stringify({ kind })}\n`);
}

/** Makes a state folder free to begin with either kind. */
export async function forgetBegun(stateFolder: string): Promise<void> {
  await rm(notePath(stateFolder), { force: true });
}
