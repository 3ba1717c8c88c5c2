import type { Database } from '@daiko/persistence';
import type { LivePlatform } from '../platform/live-platform.js';
import { recordedProcesses } from '../platform/own-processes.js';
import { connectSuperuser } from '../platform/superuser.js';
import { Measurement, type ProcessFigures } from './process-figures.js';

/** Every process of a platform by its name. */
async function measuredProcesses(platform: LivePlatform): Promise<Record<string, number>> {
  const { platform: _, ...pids } = await recordedProcesses(platform.stateFolder);
  return { ...pids, supervisor: platform.pid };
}

/**
 * Measures all processes of a platform. What the database wrote is what it says itself (tables, indexes and log): the kernel counts whole
 * pages of its cache, many times what a small write to the log is.
 */
export class PlatformMeasurement {
  private constructor(
    private readonly processes: Measurement,
    private readonly database: Database,
    private readonly writtenBefore: number,
  ) {}

  static async begin(platform: LivePlatform): Promise<PlatformMeasurement> {
    const database = await connectSuperuser(platform.stateFolder);
    const written = await writtenBytes(database);
    return new PlatformMeasurement(
      await Measurement.begin(await measuredProcesses(platform)),
      database,
      written,
    );
  }

  async end(): Promise<Record<string, ProcessFigures>> {
    const { postgres, ...others } = await this.processes.end();
    const written = (await writtenBytes(this.database)) - this.writtenBefore;
    await this.database.close();
    return { ...others, ...(postgres && { postgres: { ...postgres, writtenBytes: written } }) };
  }
}

async function writtenBytes(database: Database): Promise<number> {
  const [sum] = await database.query<{ bytes: string }>(
    'SELECT sum(coalesce(write_bytes, 0) + coalesce(extend_bytes, 0)) AS bytes FROM pg_stat_io',
  );
  return Number(sum?.bytes ?? 0);
}
