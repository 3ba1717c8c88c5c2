import { type ClientRequest, get } from 'node:http';
import { projectFilter } from './compose-plan.js';

/** One container that ended, as the engine reports it. */
export interface ContainerDeath {
  service: string;
  reason: string;
}

interface EngineEvent {
  status?: string;
  Actor?: { Attributes?: Record<string, string> };
}

function parseEvent(line: string): EngineEvent | undefined {
  try {
    return JSON.parse(line) as EngineEvent;
  } catch {
    return undefined;
  }
}

/** Reads one line of the engine's events; undefined for what is not the end of a container of a Compose service. */
export function parseDeath(line: string): ContainerDeath | undefined {
  const event = parseEvent(line);
  const { 'com.docker.compose.service': service, exitCode } = event?.Actor?.Attributes ?? {};
  if (event?.status !== 'die' || service === undefined) return undefined;
  return { service, reason: `exit ${exitCode ?? '?'}` };
}

const lineLengthMax = 100_000;

function eventsPath(project: string): string {
  const filters = {
    type: ['container'],
    event: ['die'],
    label: [projectFilter(project).slice('label='.length)],
  };
  return `/events?filters=${encodeURIComponent(JSON.stringify(filters))}`;
}

/**
 * Listens to the engine for containers of a project that end, until the returned function is called. When the engine
 * itself went away and is back, `onReturn` is called: what ended meanwhile was not heard.
 */
export function watchDeaths(
  socketPath: string,
  project: string,
  onDeath: (death: ContainerDeath) => void,
  onReturn: () => void,
): () => void {
  let isClosed = false;
  let request: ClientRequest | undefined;
  let timer: NodeJS.Timeout | undefined;
  const listen = (isAgain: boolean): void => {
    const again = (): void => {
      if (isClosed) return;
      clearTimeout(timer);
      timer = setTimeout(() => listen(true), 1_000);
    };
    request = get({ socketPath, path: eventsPath(project), headers: { host: 'docker' } }, (response) => {
      if (isAgain && response.statusCode === 200) onReturn();
      let rest = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = (lines.pop() ?? '').slice(-lineLengthMax);
        for (const death of lines.flatMap((line) => parseDeath(line) ?? [])) if (!isClosed) onDeath(death);
      });
      response.on('error', again);
      response.once('close', again);
    });
    request.on('error', again);
  };
  listen(false);
  return () => {
    isClosed = true;
    clearTimeout(timer);
    request?.destroy();
  };
}
