import type { EngineState } from '../server-choice.js';
import type { Docker } from './docker-command.js';

/** The oldest Compose that knows configs written in the file itself. */
const composeNeeded = [2, 23, 1] as const;

/** True for `2.23.1`, `v2.40.0-desktop.1` and later. */
export function isComposeRecent(version: string): boolean {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version.trim());
  if (!match) return false;
  const found = match.slice(1).map(Number);
  const at = found.findIndex((number, index) => number !== composeNeeded[index]);
  return at === -1 || found[at]! > composeNeeded[at]!;
}

/** Asks what there is of Docker; every question has its deadline, so that a stuck engine costs seconds. */
export async function examineEngine(docker: Docker): Promise<EngineState> {
  const [server, context, compose] = await Promise.all([
    docker(['version', '--format', '{{.Server.Version}}'], 5_000),
    docker(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'], 5_000),
    docker(['compose', 'version', '--short'], 5_000),
  ]);
  if (server.isMissing) return { state: 'absent' };
  if (server.code !== 0) return { state: 'silent' };
  // The ports of the containers are looked for on this machine.
  const host = /^unix:\/\/(\/.*)$/.exec(context.stdout.trim());
  if (context.code !== 0 || !host) return { state: 'remote' };
  if (compose.code !== 0) return { state: 'compose-missing' };
  if (!isComposeRecent(compose.stdout)) return { state: 'compose-old' };
  return { state: 'ready', socketPath: host[1]! };
}
