import { readPlatformRecord } from '../client/connection.js';
import { print } from '../client/output.js';
import { stateFolder } from '../client/state-folder.js';
import { isDaiko } from './platform-process.js';

/** `daiko down`. */
export async function down(options: { purge?: boolean; format: 'text' | 'json' }): Promise<void> {
  const record = await readPlatformRecord().catch(() => null);
  const outcome = { stopped: false, purged: false };
  if (record !== null && (await isDaiko(record.pid))) {
    process.kill(record.pid, 'SIGTERM');
    while (await isDaiko(record.pid)) await new Promise((resolve) => setTimeout(resolve, 100));
    outcome.stopped = true;
  } else {
    // A run that was killed leaves its servers behind.
    const { endLeftovers } = await import('./purge-platform.js');
    await endLeftovers(stateFolder);
  }
  if (options.purge === true) {
    const { purgePlatform } = await import('./purge-platform.js');
    await purgePlatform(stateFolder);
    outcome.purged = true;
  }
  print(options.format, outcome, () => [
    outcome.stopped ? '停止しました。 / stopped.' : '起動していません。 / not running.',
    ...(outcome.purged ? ['データを消去しました。 / data removed.'] : []),
  ]);
}
