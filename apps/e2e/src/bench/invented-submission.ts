import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { dayInJapan } from '@daiko/exchange-format';
import { type DefectPlan, inventWorld, planArchive, type World, writeArchive } from '@daiko/synthetic';

/** The agency that a platform is for unless told otherwise. */
export const agencyNumber = '91399998';

/** Archives that one provider may send to one agency in a day. */
export const archivesADay = 10;

/** An archive ready to be sent. */
export interface InventedSubmission {
  provider: string;
  fileName: string;
  file: string;
  records: number;
  accepted: number;
}

export function inventPartners(options: {
  seed: number;
  providers: number;
  insurers: number;
  now: Date;
}): World {
  const { seed, providers, insurers, now } = options;
  return inventWorld({ seed, providers, insurers, agencyNumber, date: dayInJapan(now) });
}

/** Writes one archive of one provider into a folder. */
export async function writeSubmission(
  world: World,
  options: {
    provider: number;
    records: number;
    seed: number;
    sequence?: number;
    size?: 'small' | 'large';
    defects?: readonly DefectPlan[];
  },
  folder: string,
): Promise<InventedSubmission> {
  const provider = world.providers[options.provider];
  if (provider === undefined) throw new RangeError('the world has no such provider');
  const { records: recordCount, seed, sequence = 0, size = 'small', defects = [] } = options;
  const plan = planArchive(world, { provider, kind: 'checkup', recordCount, sequence, seed, size, defects });
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${plan.rootName}.zip`);
  const stream = createWriteStream(file);
  const { expected } = await writeArchive(plan, async (chunk) => {
    if (!stream.write(chunk)) await once(stream, 'drain');
  });
  stream.end();
  await once(stream, 'finish');
  return {
    provider: provider.number,
    fileName: `${plan.rootName}.zip`,
    file,
    records: recordCount,
    accepted: expected.passed,
  };
}
