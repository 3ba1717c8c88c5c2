import type { ServiceName } from '@daiko/contracts';

export type ServiceStates = Partial<Record<ServiceName, 'ready' | 'not-ready' | 'away'>>;
export type Targets = Partial<Record<ServiceName, number>>;

const probeMsMax = 2_000;
/** However often the page is asked for, the services are asked once in this time. */
const keptMs = 2_000;

async function probe(port: number): Promise<'ready' | 'not-ready' | 'away'> {
  try {
    const url = `http://127.0.0.1:${port}/health/ready`;
    const response = await fetch(url, { signal: AbortSignal.timeout(probeMsMax) });
    await response.arrayBuffer();
    return response.ok ? 'ready' : 'not-ready';
  } catch {
    return 'away';
  }
}

/** Asks every service whether it is ready; answers are kept for two seconds. */
export function serviceProbe(targets: Targets, now: () => number): () => Promise<ServiceStates> {
  let asked: { atMs: number; states: Promise<ServiceStates> } | null = null;
  const ask = async () => {
    const entries = Object.entries(targets).map(async ([name, port]) => [name, await probe(port)] as const);
    return Object.fromEntries(await Promise.all(entries)) as ServiceStates;
  };
  return () => {
    if (asked === null || now() - asked.atMs > keptMs) asked = { atMs: now(), states: ask() };
    return asked.states;
  };
}
