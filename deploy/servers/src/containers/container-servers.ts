import { access, mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import { type Ports, requireFreePorts } from '../ports.js';
import type { RunningServers, ServerName } from '../running-servers.js';
import { ServerProblem } from '../server-problem.js';
import type { ServerSecrets } from '../server-secrets.js';
import { requireFreeSpace } from '../state-folder.js';
import {
  type ComposePlan,
  composeServices,
  composeWords,
  containerEndpoints,
  parseContainerStates,
  projectFilter,
  projectOf,
  publishedPorts,
  renderEnvironment,
  serverOf,
} from './compose-plan.js';
import { watchDeaths } from './death-watch.js';
import type { Docker, DockerAnswer } from './docker-command.js';
import { engineProblem, ImageNotAvailable } from './engine-problem.js';
import { probes, signaturesAt } from './server-probe.js';

/** What containers of one state folder are started from. */
export interface ContainerSurroundings {
  stateFolder: string;
  composeFile: string;
  ports: Ports;
  secrets: ServerSecrets;
  docker: Docker;
  socketPath: string;
  log: (line: string) => void;
  onDeath: (server: ServerName, reason: string) => void;
}

/** Bounds of waiting, ms; clamd may fetch its signatures first, and an image may be a gigabyte. */
const pullMs = 900_000;
const stopMs = 150_000;
const readyMs: Record<ServerName, number> = {
  postgres: 120_000,
  rabbitmq: 180_000,
  objectStore: 120_000,
  clamav: 900_000,
};
const pauseMs = 300;
/** A container in any of these does not come back by itself. */
const endedStates = new Set(['exited', 'dead', 'removing']);
/** So many looks in a row at which a container is between two attempts to start. */
const restartsSeenMax = 10;

/** The containers of one state folder, by `docker` commands. */
class ComposeProject {
  readonly plan: ComposePlan;

  constructor(private readonly around: ContainerSurroundings) {
    this.plan = planOf(around.stateFolder, around.composeFile);
  }

  /** Throws a problem with a remedy unless the command ends well. */
  async compose(what: string, words: readonly string[], deadlineMs?: number): Promise<DockerAnswer> {
    const answer = await this.around.docker(composeWords(this.plan, ...words), deadlineMs);
    if (answer.code === 0) return answer;
    throw engineProblem(what, answer.stderr || (answer.code === null ? 'timeout' : `exit ${answer.code}`));
  }

  /** Passwords and ports for docker-compose.yml, readable by their owner only. */
  async writeEnvironment(): Promise<void> {
    const { stateFolder, ports, secrets } = this.around;
    await mkdir(join(stateFolder, 'secrets'), { recursive: true, mode: 0o700 });
    await writeWhole(this.plan.environmentFile, renderEnvironment(ports, secrets));
  }

  /** Fetches what is not on this machine yet. Throws `ImageNotAvailable`. */
  async provideImages(): Promise<void> {
    const { docker, log } = this.around;
    const { stdout } = await this.compose('compose config', ['config', '--images']);
    const images = [...new Set(stdout.split('\n').map((line) => line.trim()))].filter((name) => name !== '');
    await Promise.all(
      images.map(async (image) => {
        if ((await docker(['image', 'inspect', '--format', '{{.Id}}', image])).code === 0) return;
        log(`${image}: イメージを取得しています … / pulling the image …`);
        const { code, stderr } = await docker(['pull', '--quiet', image], pullMs);
        if (code === 0) return;
        if (/no space left on device/i.test(stderr)) throw engineProblem('docker pull', stderr);
        throw new ImageNotAvailable(image, stderr || 'timeout');
      }),
    );
  }

  async states(): Promise<ReturnType<typeof parseContainerStates>> {
    const { stdout } = await this.compose('compose ps', ['ps', '--all', '--format', 'json']);
    return parseContainerStates(stdout);
  }

  async up(names: readonly ServerName[], ...words: string[]): Promise<void> {
    const services = names.map((name) => composeServices[name]);
    await this.compose('compose up', ['up', '--detach', '--pull', 'never', ...words, ...services], 180_000);
  }

  /** Returns once the server answers. Throws `server-failed` with the last words of its log when it does not. */
  async waitUntilReady(name: ServerName): Promise<void> {
    const until = Date.now() + readyMs[name];
    let restartsSeen = 0;
    for (let look = 1; !(await probes[name](this.around.ports)); look += 1) {
      if (Date.now() > until) throw await this.failure(name, 'timeout');
      if (look % 5 === 0) {
        const found = (await this.states()).find(({ service }) => service === composeServices[name]);
        restartsSeen = found?.state === 'restarting' ? restartsSeen + 1 : 0;
        if (found === undefined || endedStates.has(found.state) || restartsSeen > restartsSeenMax) {
          throw await this.failure(name, `exit ${found?.exitCode ?? '?'}`);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  private async failure(name: ServerName, reason: string): Promise<ServerProblem> {
    const words = ['logs', '--no-color', '--no-log-prefix', '--tail', '3', composeServices[name]];
    const { stdout } = await this.around.docker(composeWords(this.plan, ...words));
    const last = stdout.trim().replaceAll(/\s+/g, ' ').slice(-300);
    return new ServerProblem('server-failed', {
      ja: `${name} のコンテナが起動しません (${reason}: ${last})。`,
      en: `The container of ${name} does not start (${reason}: ${last}).`,
    });
  }

  /** Ends and removes the containers and their network; the volumes stay. */
  async down(): Promise<void> {
    await this.compose('compose down', ['down', '--timeout', '60', '--remove-orphans'], stopMs);
  }
}

function planOf(stateFolder: string, composeFile: string): ComposePlan {
  const environmentFile = join(stateFolder, 'secrets/compose.env');
  return { project: projectOf(stateFolder), composeFile, environmentFile };
}

/** Containers never say how full the disk of their volumes is until it is too late. */
async function requireEngineSpace(docker: Docker): Promise<void> {
  const { stdout } = await docker(['info', '--format', '{{.DockerRootDir}}']);
  const folder = stdout.trim();
  const isHere = folder !== '' && (await statfs(folder).catch(() => undefined)) !== undefined;
  if (isHere) await requireFreeSpace(folder);
}

/** Fetches the images, and nothing else happens. Throws `ImageNotAvailable`. */
export async function provideImages(around: ContainerSurroundings): Promise<void> {
  await access(around.composeFile);
  await requireEngineSpace(around.docker);
  const project = new ComposeProject(around);
  await project.writeEnvironment();
  await project.provideImages();
}

/** Starts the containers of a state folder and returns once every server answers. Throws `ServerProblem`. */
export async function startContainers(
  around: ContainerSurroundings,
  names: readonly ServerName[],
): Promise<RunningServers> {
  const project = new ComposeProject(around);
  await project.writeEnvironment();
  await requireFreePorts(publishedPorts(around.ports));
  const begun = Date.now();
  const seconds = (): string => ((Date.now() - begun) / 1000).toFixed(1);
  around.log(`servers: starting containers (Docker Compose, project ${project.plan.project})`);
  try {
    await project.up(names);
    await Promise.all(
      names.map(async (name) => {
        await project.waitUntilReady(name);
        around.log(`${name}: ready in ${seconds()} s`);
      }),
    );
    const isScanned = names.includes('clamav');
    const signatures = isScanned
      ? await signaturesAt({ host: '127.0.0.1', port: around.ports.clamav })
      : 'test-only';
    return runningContainers(project, around, names, signatures);
  } catch (error) {
    await project.down().catch(() => undefined);
    throw error;
  }
}

function runningContainers(
  project: ComposeProject,
  around: ContainerSurroundings,
  names: readonly ServerName[],
  signatures: 'official' | 'test-only',
): RunningServers {
  const { ports, secrets, log } = around;
  const all = containerEndpoints(ports, secrets, signatures);
  const chosen = Object.fromEntries(names.map((name) => [name, all[name]]));
  const restarting = new Map<ServerName, Promise<void>>();
  const report = (name: ServerName, reason: string): void => {
    log(`${name}: container ended unasked (${reason})`);
    around.onDeath(name, reason);
  };
  const lookForEnded = async (): Promise<void> => {
    const living = (await project.states()).filter(({ state }) => state === 'running');
    const isUp = (name: ServerName): boolean =>
      living.some(({ service }) => service === composeServices[name]);
    for (const name of names) if (!isUp(name)) report(name, 'engine restarted');
  };
  const close = watchDeaths(
    around.socketPath,
    project.plan.project,
    ({ service, reason }) => {
      const name = serverOf(service);
      if (name) report(name, reason);
    },
    () => void lookForEnded().catch(() => undefined),
  );
  // The engine starts a container again that died by itself; then this only waits for it.
  const again = async (name: ServerName): Promise<void> => {
    const began = Date.now();
    await project.up([name], '--no-deps', '--no-recreate');
    await project.waitUntilReady(name);
    log(`${name}: ready again in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  };
  return {
    kind: 'docker',
    endpoints: chosen as unknown as RunningServers['endpoints'],
    pids: {},
    stop: async () => {
      close();
      await Promise.allSettled(restarting.values());
      await project.down();
      log('servers: stopped');
    },
    kill: async (name, signal = 'SIGKILL') => {
      await project.compose('compose kill', ['kill', '--signal', signal, composeServices[name]]);
    },
    restart: (name) => {
      const running = restarting.get(name) ?? again(name).finally(() => restarting.delete(name));
      restarting.set(name, running);
      return running;
    },
  };
}

async function listed(docker: Docker, ...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await docker(words);
  if (code !== 0) throw engineProblem(`docker ${words[0]}`, stderr);
  return stdout.split('\n').filter((line) => line !== '');
}

/**
 * Ends what an earlier run of a state folder left running and removes its containers; with `volumes` the data too.
 * Found by the label of the project, so that it needs neither the file nor the plugin.
 */
export async function removeContainers(
  docker: Docker,
  stateFolder: string,
  what: { volumes: boolean },
): Promise<number> {
  const filter = projectFilter(projectOf(stateFolder));
  const containers = await listed(docker, 'ps', '--all', '--quiet', '--filter', filter);
  const must = async (words: string[]): Promise<void> => {
    const { code, stderr } = await docker(words, stopMs);
    if (code !== 0) throw engineProblem(`docker ${words[0]}`, stderr);
  };
  if (containers.length > 0) {
    await must(['stop', '--time', '60', ...containers]);
    await must(['rm', '--force', ...containers]);
  }
  const networks = await listed(docker, 'network', 'ls', '--quiet', '--filter', filter);
  if (networks.length > 0) await must(['network', 'rm', ...networks]);
  if (what.volumes) {
    const volumes = await listed(docker, 'volume', 'ls', '--quiet', '--filter', filter);
    if (volumes.length > 0) await must(['volume', 'rm', ...volumes]);
  }
  return containers.length;
}
