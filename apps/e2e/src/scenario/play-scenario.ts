import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { calendarDate } from '@daiko/exchange-format';
import { type DefectName, inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { type CommandOutcome, runDaiko } from '../platform/daiko-command.js';
import type { Scenario, ScenarioArchive } from './read-scenario.js';

/** The agency and the day that scenarios speak of. */
const agencyNumber = '91399998';
const date = calendarDate('20261124');
const seed = 11;

/** Makes what a scenario is given, in a folder of its own, and runs its command there. */
export async function playScenario(scenario: Scenario, folder: string): Promise<CommandOutcome> {
  await mkdir(folder, { recursive: true });
  const given = new Map<string, string>();
  if (scenario.archive !== null) given.set('{archive}', await writeInvented(scenario.archive, folder));
  if (scenario.file !== null) {
    await writeFile(join(folder, 'file'), scenario.file);
    given.set('{file}', join(folder, 'file'));
  }
  const words = scenario.command.map((word) => given.get(word) ?? word);
  return runDaiko(words, { stateFolder: join(folder, 'no-platform'), cwd: folder });
}

async function writeInvented({ kind, records, defects }: ScenarioArchive, folder: string): Promise<string> {
  const world = inventWorld({ seed, providers: 1, insurers: 3, agencyNumber, date });
  const [provider] = world.providers;
  if (provider === undefined) throw new Error('a world without a provider');
  const plan = planArchive(world, {
    provider,
    kind,
    recordCount: records,
    sequence: 0,
    defects: defects.map(({ name, count }) => ({ name: name as DefectName, count })),
    seed,
  });
  const path = join(folder, `${plan.rootName}.zip`);
  const file = createWriteStream(path);
  await writeArchive(plan, async (chunk) => {
    if (!file.write(chunk)) await once(file, 'drain');
  });
  file.end();
  await once(file, 'finish');
  return path;
}
