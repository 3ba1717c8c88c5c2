import type { ServerKind, ServersSetting } from './server-choice.js';

/** The four servers, by their role. */
export const serverNames = ['postgres', 'rabbitmq', 'objectStore', 'clamav'] as const;
export type ServerName = (typeof serverNames)[number];

/** Where and how to reach the object store. */
export interface ObjectStoreEndpoint {
  endPoint: string;
  port: number;
  useSSL: boolean;
  accessKey: string;
  secretKey: string;
  region: string;
}

/** Where the servers are and what opens them. */
export interface ServerEndpoints {
  /** Database `postgres` of one private instance. */
  postgres: { host: string; port: number; superuser: string; password: string };
  /** `url` is `amqp://user:password@127.0.0.1:port`, `managementUrl` `http://127.0.0.1:port`. */
  rabbitmq: { url: string; managementUrl: string; user: string; password: string };
  objectStore: ObjectStoreEndpoint;
  /** `test-only`: clamd knows the two drill signatures and nothing else. */
  clamav: { host: string; port: number; signatures: 'official' | 'test-only' };
}

/** What to start and where. */
export interface StartOptions {
  /** Folder of data, logs, passwords and ports (`.daiko` of a checkout); created when missing. */
  stateFolder: string;
  /** Which kind; default `native`. `auto` and `docker` need `composeFile`. */
  servers?: ServersSetting;
  /** Absolute path of the docker-compose.yml that describes the containers. */
  composeFile?: string;
  /** Where Debian packages are extracted; default `<stateFolder>/packages`. */
  packageFolder?: string;
  /** Which servers; default all. `endpoints` then holds only these. */
  only?: readonly ServerName[];
  /** Receives one line per step. */
  log?: (line: string) => void;
  /** Told of each process or container that dies without having been asked to; `restart` mends it. */
  onDeath?: (server: ServerName, reason: string) => void;
}

/** The servers, running. */
export interface RunningServers {
  /** Processes of this machine, or containers of its engine. */
  readonly kind: ServerKind;
  endpoints: ServerEndpoints;
  /** Living processes by name (`postgres`, `epmd`, `rabbitmq`, `swift-proxy` …); none where containers run. */
  readonly pids: Record<string, number>;
  /** Ends every server; nothing of them remains but data and logs. */
  stop(): Promise<void>;
  /** Sends a signal to a server's processes, for drills; default SIGKILL. */
  kill(name: ServerName, signal?: NodeJS.Signals): Promise<void>;
  /** Brings a server back that died, on the same data and ports, and waits until it answers; calls at the same time are one. */
  restart(name: ServerName): Promise<void>;
}
