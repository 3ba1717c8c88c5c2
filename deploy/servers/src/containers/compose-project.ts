import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import type { Ports } from '../ports.js';
import type { ServerName } from '../running-servers.js';
import { ServerProblem } from '../server-problem.js';
import type { ServerSecrets } from '../server-secrets.js';
import {
  type ComposePlan,
  composeServices,
  composeWords,
  parseContainerStates,
  projectOf,
  renderEnvironment,
} from './compose-plan.js';
import type { Docker, DockerAnswer } from './docker-command.js';
import { engineProblem, ImageNotAvailable } from './engine-problem.js';
import { probes } from './server-probe.js';

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
/** Bound of the end of all containers, ms. */
export const stopMs = 150_000;
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
export class ComposeProject {
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
