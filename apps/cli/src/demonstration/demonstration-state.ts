import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayInJapan } from '@daiko/exchange-format';
import { writeWhole } from '@daiko/whole-files';
import type { RunningPlatform } from '../platform/run-platform.js';
import type { SentArchive } from './summary.js';

/** What a demonstration leaves, so that a second start sends nothing again. */
export interface DemonstrationState {
  seed: number;
  /** YYYYMMDD, day in Japan of the first start. */
  date: string;
  sent: SentArchive[];
  isComplete: boolean;
}

const seed = 20_081_001;

/** What an earlier start has done, or the beginning. */
export async function readState(platform: RunningPlatform): Promise<DemonstrationState> {
  const text = await readFile(join(platform.folder.demonstration, 'state.json'), 'utf8').catch(() => null);
  if (text !== null) return JSON.parse(text) as DemonstrationState;
  const state: DemonstrationState = { seed, date: dayInJapan(new Date()), sent: [], isComplete: false };
  await writeState(platform, state);
  return state;
}

/** Noted after each archive that was sent. */
export async function writeState(platform: RunningPlatform, state: DemonstrationState): Promise<void> {
  await writeWhole(join(platform.folder.demonstration, 'state.json'), JSON.stringify(state));
}
