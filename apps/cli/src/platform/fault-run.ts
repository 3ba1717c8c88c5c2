import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PlatformAddresses } from './service-environment.js';

/** Ports on this machine through which the services reach the servers, so that a fault run can cut and slow what lies between. */
export interface Detours {
  postgres?: number;
  rabbitmq?: number;
  objectStore?: number;
}

export interface FaultRun {
  detours: Detours;
  environment: Record<string, string>;
  /** Where processes die all the time, the waiting before a start does not grow. */
  backOffMs?: readonly number[];
}

/** What the setting DAIKO_CRASH_POINTS of a fault run asks for; nothing where it is not set. */
export async function faultsOf(folder: string | undefined): Promise<FaultRun> {
  if (folder === undefined || folder === '') return { detours: {}, environment: {} };
  const text = await readFile(join(folder, 'detours.json'), 'utf8').catch(() => '{}');
  return {
    detours: JSON.parse(text) as Detours,
    environment: { DAIKO_CRASH_POINTS: resolve(folder) },
    backOffMs: [300],
  };
}

/** The addresses as the services are told them. */
export function detoured(addresses: PlatformAddresses, { detours }: FaultRun): PlatformAddresses {
  const { postgres, objectStore } = addresses;
  return {
    ...addresses,
    postgres: { ...postgres, ...via(detours.postgres) },
    objectStore: { ...objectStore, ...via(detours.objectStore, 'endPoint') },
  };
}

/** The same URL by another port of this machine. */
export function viaPort(url: string, port: number): string {
  const detour = new URL(url);
  detour.hostname = '127.0.0.1';
  detour.port = String(port);
  return detour.href;
}

function via(port: number | undefined, host: 'host' | 'endPoint' = 'host'): Record<string, string | number> {
  return port === undefined ? {} : { [host]: '127.0.0.1', port };
}
