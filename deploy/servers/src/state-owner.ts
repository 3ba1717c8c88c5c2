import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import { readProcess } from './process-record.js';
import { ServerProblem } from './server-problem.js';
import { readJson } from './state-folder.js';

const held = new Set<string>();

/**
 * Makes this process the only one that runs servers in a state folder; returns what gives it up.
 * Throws `servers-in-use` while another living process (or this one) holds it; a dead owner is no owner.
 */
export async function holdStateFolder(stateFolder: string): Promise<() => Promise<void>> {
  const path = join(stateFolder, 'owner.json');
  const owner = (await readJson(path)) as { pid: number; startTicks: string } | undefined;
  const living = owner && (await readProcess(owner.pid));
  const other =
    owner?.pid !== process.pid && living?.startTicks === owner?.startTicks && living !== undefined;
  if (other || held.has(stateFolder)) {
    throw new ServerProblem('servers-in-use', {
      ja: `${stateFolder} のサーバーは他の実行 (pid ${owner?.pid}) が使っています。`,
      en: `The servers of ${stateFolder} are in use by another run (pid ${owner?.pid}).`,
    });
  }
  held.add(stateFolder);
  await mkdir(stateFolder, { recursive: true });
  await writeWhole(path, JSON.stringify({ pid: process.pid, ...(await readProcess(process.pid)) }));
  return async () => {
    if (!held.delete(stateFolder)) return;
    await rm(path, { force: true });
  };
}
