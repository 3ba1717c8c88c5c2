import { mkdir, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import { anyOfOursRuns } from './process-record.js';
import { ServerProblem } from './server-problem.js';
import { folderHash, readJson } from './state-folder.js';

/** The ports of one checkout, all on 127.0.0.1. */
export interface Ports {
  postgres: number;
  epmd: number;
  rabbitmq: number;
  rabbitmqDistribution: number;
  rabbitmqManagement: number;
  rabbitmqPrometheus: number;
  swiftProxy: number;
  swiftAccount: number;
  swiftContainer: number;
  swiftObject: number;
  clamav: number;
  frontDoor: number;
  services: {
    intake: number;
    inspection: number;
    routing: number;
    billing: number;
    audit: number;
    identity: number;
  };
}

/** Ports of one checkout lie in one block of this size. */
export const blockSize = 32;
const firstBase = 10_240;
const blocks = 680;

/** The ports of a block beginning at `base`. */
export function portsFrom(base: number): Ports {
  return {
    frontDoor: base,
    services: {
      intake: base + 1,
      inspection: base + 2,
      routing: base + 3,
      billing: base + 4,
      audit: base + 5,
      identity: base + 6,
    },
    postgres: base + 10,
    rabbitmq: base + 11,
    rabbitmqDistribution: base + 12,
    rabbitmqManagement: base + 13,
    rabbitmqPrometheus: base + 14,
    epmd: base + 15,
    swiftProxy: base + 16,
    swiftAccount: base + 17,
    swiftContainer: base + 18,
    swiftObject: base + 19,
    clamav: base + 20,
  };
}

const firstWorker = 21;

/** Ports for further processes of a service, in the block of a checkout. */
export function workerPorts({ frontDoor }: Ports): number[] {
  return Array.from({ length: blockSize - firstWorker }, (_, at) => frontDoor + firstWorker + at);
}

/** The bases to try for a state folder, in order; all below the range from which the kernel hands out ports. */
export function baseCandidates(stateFolder: string, count = 40): number[] {
  const start = Number.parseInt(folderHash(stateFolder).slice(0, 8), 16) % blocks;
  return Array.from({ length: count }, (_, step) => firstBase + ((start + step * 7) % blocks) * blockSize);
}

/** All ports as one list. */
export function listPorts({ services, ...servers }: Ports): number[] {
  return [...Object.values(servers), ...Object.values(services)];
}

function isPorts(value: unknown): value is Ports {
  const base = (value as Partial<Ports> | undefined)?.frontDoor;
  return typeof base === 'number' && JSON.stringify(value) === JSON.stringify(portsFrom(base));
}

/** True when nobody listens on the port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

async function takenOf(ports: Ports): Promise<number[]> {
  const numbers = listPorts(ports);
  const free = await Promise.all(numbers.map(isFree));
  return numbers.filter((_, index) => !free[index]);
}

const allocated = new Map<string, Ports>();

/**
 * The ports of a checkout, kept in `<state>/ports.json`. While something of ours runs they stay as they are; when
 * nothing of ours runs and somebody else took one, a new block is chosen. Throws `port-taken` when no block is free.
 */
export async function allocatePorts(stateFolder: string): Promise<Ports> {
  await mkdir(stateFolder, { recursive: true });
  const folder = await realpath(stateFolder);
  const known = allocated.get(folder);
  if (known) return known;
  const path = join(folder, 'ports.json');
  const kept = await readJson(path);
  const ports =
    isPorts(kept) && ((await anyOfOursRuns(folder)) || (await takenOf(kept)).length === 0)
      ? kept
      : await findFreeBlock(folder);
  await writeWhole(path, `${JSON.stringify(ports)}\n`, 0o644);
  allocated.set(folder, ports);
  return ports;
}

/** Gives up the ports of a state folder. */
export async function forgetPorts(stateFolder: string): Promise<void> {
  allocated.delete(stateFolder);
  await rm(join(stateFolder, 'ports.json'), { force: true });
}

async function findFreeBlock(stateFolder: string): Promise<Ports> {
  for (const base of baseCandidates(stateFolder)) {
    const ports = portsFrom(base);
    if ((await takenOf(ports)).length === 0) return ports;
  }
  throw new ServerProblem('port-taken', {
    ja: '空いているポートの組が見つかりません。',
    en: 'No free block of ports was found.',
  });
}

/** Throws `port-taken` for the first of `wanted` that somebody listens on. */
export async function requireFreePorts(wanted: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, port] of Object.entries(wanted)) {
    if (await isFree(port)) continue;
    throw new ServerProblem('port-taken', {
      ja: `ポート ${port} (${name}) は他のプログラムが使っています。`,
      en: `Port ${port} (${name}) is used by another program.`,
    });
  }
}
