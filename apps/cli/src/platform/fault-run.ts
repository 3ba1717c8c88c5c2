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
  /** What a process is told beside what it is always told. */
  environmentOf(service: string): Record<string, string>;
  /** Where processes die all the time, the waiting before a start does not grow. */
  backOffMs?: readonly number[];
  /** First waiting before a server is started again. */
  serverBackOffMs: number;
}

/** Settings of a fault run by service, so that leases lapse and folders are looked at sooner than on a quiet day. */
type SettingsByService = Record<string, Record<string, string>>;

const usualServerBackOffMs = 500;

/** What the setting DAIKO_CRASH_POINTS of a fault run asks for; nothing where it is not set. */
export async function faultsOf(folder: string | undefined): Promise<FaultRun> {
  if (folder === undefined || folder === '') {
    return { detours: {}, environmentOf: () => ({}), serverBackOffMs: usualServerBackOffMs };
  }
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), 'utf8').catch(() => '{}'));
  const settings = (await read('settings.json')) as SettingsByService;
  return {
    detours: (await read('detours.json')) as Detours,
    environmentOf: (service) => ({
      DAIKO_CRASH_POINTS: resolve(folder),
      ...settings.all,
      ...settings[service],
    }),
    backOffMs: [100],
    serverBackOffMs: 100,
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
