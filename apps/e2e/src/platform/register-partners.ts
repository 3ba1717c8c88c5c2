import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '@daiko/synthetic';
import type { LivePlatform } from './live-platform.js';

/** Registers everybody of an invented world and keeps their keys where {@link LivePlatform.partner} looks for them. */
export async function registerPartners(platform: LivePlatform, world: World): Promise<void> {
  const folder = join(platform.stateFolder, 'demonstration/partners');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const operator = await platform.operator();
  const partners = [
    ...world.providers.map(({ number, name }) => ({ kind: 'provider', number, label: name })),
    ...world.insurers.map(({ number, name }) => ({ kind: 'insurer', number, label: name })),
  ];
  for (const partner of partners) {
    const { credential } = await operator.json<{ credential: { bearerKey: string } }>(
      '/api/identity/v1/partners',
      { json: { ...partner, hasWatchFolder: false } },
    );
    await writeFile(join(folder, `${partner.number}.key`), credential.bearerKey, { mode: 0o600 });
  }
  operator.close();
}
