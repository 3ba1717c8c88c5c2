import type { Ports } from '../ports.js';
import type { ServerEndpoints, ServerName } from '../running-servers.js';
import type { ServerSecrets } from '../server-secrets.js';
import { folderHash } from '../state-folder.js';

/** Names of the servers in docker-compose.yml. */
export const composeServices: Readonly<Record<ServerName, string>> = {
  postgres: 'postgres',
  rabbitmq: 'rabbitmq',
  objectStore: 'minio',
  clamav: 'clamav',
};

/** The server that a service of docker-compose.yml is. */
export function serverOf(service: string): ServerName | undefined {
  return (Object.keys(composeServices) as ServerName[]).find((name) => composeServices[name] === service);
}

/** The Compose project of a state folder: containers, network and volumes carry this name. */
export function projectOf(stateFolder: string): string {
  return `daiko-${folderHash(stateFolder)}`;
}

/** What `docker` is told to address one project. */
export interface ComposePlan {
  project: string;
  composeFile: string;
  environmentFile: string;
}

/** Words of a `docker compose` command on a project. */
export function composeWords(plan: ComposePlan, ...words: readonly string[]): string[] {
  const { project, composeFile, environmentFile } = plan;
  const which = ['--project-name', project, '--file', composeFile, '--env-file', environmentFile];
  return ['compose', '--progress', 'quiet', ...which, ...words];
}

/** The filter that finds all of a project, with or without its file. */
export function projectFilter(project: string): string {
  return `label=com.docker.compose.project=${project}`;
}

/** Ports that containers of the four servers are published at, by name. */
export function publishedPorts(ports: Ports): Record<string, number> {
  return {
    postgres: ports.postgres,
    rabbitmq: ports.rabbitmq,
    rabbitmqManagement: ports.rabbitmqManagement,
    rabbitmqPrometheus: ports.rabbitmqPrometheus,
    objectStore: ports.swiftProxy,
    objectStoreConsole: ports.swiftAccount,
    clamav: ports.clamav,
  };
}

/** Passwords and ports as docker-compose.yml reads them; secret. */
export function renderEnvironment(ports: Ports, secrets: ServerSecrets): string {
  const at = publishedPorts(ports);
  return [
    `DAIKO_POSTGRES_PASSWORD=${secrets.postgres}`,
    `DAIKO_RABBITMQ_PASSWORD=${secrets.rabbitmq}`,
    `DAIKO_OBJECT_STORE_SECRET_KEY=${secrets.objectStore}`,
    `DAIKO_POSTGRES_PORT=${at['postgres']}`,
    `DAIKO_RABBITMQ_PORT=${at['rabbitmq']}`,
    `DAIKO_RABBITMQ_MANAGEMENT_PORT=${at['rabbitmqManagement']}`,
    `DAIKO_RABBITMQ_METRICS_PORT=${at['rabbitmqPrometheus']}`,
    `DAIKO_OBJECT_STORE_PORT=${at['objectStore']}`,
    `DAIKO_OBJECT_STORE_CONSOLE_PORT=${at['objectStoreConsole']}`,
    `DAIKO_CLAMAV_PORT=${at['clamav']}`,
    '',
  ].join('\n');
}

/** Where the containers answer; the user is `daiko` everywhere, as docker-compose.yml has it. */
export function containerEndpoints(
  ports: Ports,
  secrets: ServerSecrets,
  signatures: 'official' | 'test-only',
): ServerEndpoints {
  const [host, user] = ['127.0.0.1', 'daiko'];
  return {
    postgres: { host, port: ports.postgres, superuser: user, password: secrets.postgres },
    rabbitmq: {
      url: `amqp://${user}:${secrets.rabbitmq}@${host}:${ports.rabbitmq}`,
      managementUrl: `http://${host}:${ports.rabbitmqManagement}`,
      user,
      password: secrets.rabbitmq,
    },
    objectStore: {
      endPoint: host,
      port: ports.swiftProxy,
      useSSL: false,
      accessKey: user,
      secretKey: secrets.objectStore,
      region: 'us-east-1',
    },
    clamav: { host, port: ports.clamav, signatures },
  };
}

/** One container as `docker compose ps` tells of it. */
export interface ContainerState {
  service: string;
  /** `running`, `restarting`, `exited` … */
  state: string;
  /** `starting`, `healthy`, `unhealthy`, or empty. */
  health: string;
  exitCode: number;
}

/** Reads `docker compose ps --format json`: one object a line, or, as older ones print, one array. */
export function parseContainerStates(text: string): ContainerState[] {
  const entries = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line): Record<string, unknown>[] => [JSON.parse(line)].flat() as Record<string, unknown>[]);
  return entries.map((entry) => ({
    service: String(entry['Service']),
    state: String(entry['State']),
    health: String(entry['Health'] ?? ''),
    exitCode: Number(entry['ExitCode'] ?? 0),
  }));
}
