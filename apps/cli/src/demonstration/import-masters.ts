import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgencyClient } from '../client/agency-client.js';
import { AgencyRefused } from '../client/agency-refused.js';
import type { DemonstrationMasters } from './demonstration-plan.js';

const withinMs = 20_000;

/** Sends the masters of one insurer and waits until inspection holds records against them. */
export async function importMasters(
  operator: AgencyClient,
  folder: string,
  { insurer, files }: DemonstrationMasters,
): Promise<void> {
  const waiting = new Set<string>();
  for (const kind of ['tickets', 'members', 'contracts'] as const) {
    const file = join(folder, `${kind}.csv`);
    await writeFile(file, files[kind], { mode: 0o600 });
    const path = `/v1/masters/${kind}?insurer=${insurer.number}`;
    const { body } = await patiently(() => operator.sendCsv<{ importId: string }>(path, file));
    waiting.add(body.importId);
  }
  const deadline = Date.now() + withinMs;
  while (waiting.size > 0) {
    const held = await patiently(() =>
      operator.get<{ masters: { importId: string }[] }>('/api/inspection/v1/masters'),
    );
    for (const { importId } of held.masters) waiting.delete(importId);
    if (waiting.size === 0) return;
    if (Date.now() > deadline) throw new Error('the masters have not reached inspection in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The directory of partners reaches the services by message: the first request may be too early. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await ask();
    } catch (refused) {
      const isEarly = refused instanceof AgencyRefused && [401, 503].includes(refused.status);
      if (!isEarly || Date.now() > deadline) throw refused;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
