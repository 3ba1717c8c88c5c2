import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { planArchive, type World, writeArchive } from '@daiko/synthetic';
import type { PersonalValues } from '../leak/personal-values.js';
import { Door } from '../platform/door.js';
import { waitUntil } from '../platform/wait-until.js';
import { bookOf, type SentArchive } from './book.js';
import type { PlannedArchive } from './schedule.js';
import type { Stage } from './stage.js';

/** Writes an archive as the schedule says, and what its sender notes of it. */
export async function writeArchiveOf(
  planned: PlannedArchive,
  around: { world: World; home: string; releases: boolean; personal: PersonalValues },
): Promise<{ archive: SentArchive; channels: number[] }> {
  const provider = around.world.providers[planned.provider];
  if (provider === undefined) throw new RangeError('the world has no such provider');
  const counts = Map.groupBy(planned.defects, (name) => name);
  const plan = planArchive(around.world, {
    provider,
    kind: planned.kind,
    recordCount: planned.records,
    sequence: planned.sequence,
    seed: planned.seed,
    size: 'small',
    defects: [...counts].map(([name, all]) => ({ name, count: all.length })),
  });
  const fileName = `${plan.rootName}.zip`;
  const file = join(around.home, fileName);
  const stream = createWriteStream(file);
  const { expected } = await writeArchive(plan, async (chunk) => {
    if (!stream.write(chunk)) await once(stream, 'drain');
  });
  stream.end();
  await once(stream, 'finish');
  const key = planned.hasKey ? fileName : null;
  const sent = { provider: provider.number, fileName, file, key };
  const { defects, verdict } = expected;
  const planted = { isRefused: verdict === 'refused', defects, releases: around.releases };
  return { archive: await bookOf(sent, planted, around.personal), channels: planned.channels };
}

/** Registers the partners of a run, as an operator does whose answers get lost. */
export async function registerPartnersOf(stage: Stage, world: World): Promise<void> {
  const { premises, operatorKey } = stage;
  const partners = [
    ...world.providers.map(({ number, name }) => ({ kind: 'provider', number, label: name })),
    ...world.insurers.map(({ number, name }) => ({ kind: 'insurer', number, label: name })),
  ];
  await mkdir(join(stage.stateFolder, 'demonstration/partners'), { recursive: true, mode: 0o700 });
  const door = await Door.open(premises, operatorKey);
  const path = '/api/identity/v1/partners';
  for (const partner of partners) {
    const json = { ...partner, hasWatchFolder: true };
    let last: unknown = null;
    const bearerKey = await waitUntil(
      `partner ${partner.number} is registered`,
      async () => {
        const answer = await door
          .ask(path, { json })
          .catch((broken: unknown) => void (last = String(broken)));
        last =
          answer === undefined ? last : `${answer.status} ${answer.bytes.toString('utf8').slice(0, 200)}`;
        if (answer !== undefined && answer.status < 300) {
          return (JSON.parse(answer.bytes.toString('utf8')) as { credential: { bearerKey: string } })
            .credential.bearerKey;
        }
        // Its answer was lost: the partner is there, and its key is shown to nobody again.
        if (answer?.status !== 409) return null;
        const rotated = await door.json<{ bearerKey?: string; credential?: { bearerKey: string } }>(
          `${path}/${partner.number}/credentials`,
          { json: {} },
        );
        return rotated.bearerKey ?? rotated.credential?.bearerKey ?? null;
      },
      { deadlineMs: 60_000, state: () => last },
    );
    await writeFile(premises.keyFileOf(partner.number), bearerKey, { mode: 0o600 });
  }
  door.close();
}
