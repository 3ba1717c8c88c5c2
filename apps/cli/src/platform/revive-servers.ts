import type { RunningServers, ServerName } from '@daiko/servers';

/** Starts a server again that died, with back-off; the services reconnect by themselves. */
export function reviver(
  servers: () => Promise<RunningServers>,
  isStopping: () => boolean,
  log: (line: string) => void,
  firstWaitMs: number,
): (server: ServerName, reason: string) => Promise<void> {
  const reviving = new Set<ServerName>();
  return async (server, reason) => {
    if (reviving.has(server)) return;
    reviving.add(server);
    for (let waitMs = firstWaitMs; !isStopping(); waitMs = Math.min(waitMs * 2, 15_000)) {
      log(
        `${server}: 終了しました（${reason}）。${waitMs} ms後に再起動します / ended, starts again in ${waitMs} ms`,
      );
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      if (isStopping()) break;
      const revived = await servers()
        .then((running) => running.restart(server))
        .then(() => true)
        .catch(() => false);
      if (revived) break;
    }
    reviving.delete(server);
  };
}
