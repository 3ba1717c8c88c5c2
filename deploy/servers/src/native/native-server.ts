import type { Ports } from '../ports.js';
import type { ServerSecrets } from '../server-secrets.js';
import type { PrivateProcess } from './private-process.js';

/** What every private server is built from. */
export interface ServerSurroundings {
  /** Absolute path of the state folder. */
  stateFolder: string;
  /** Where Debian packages are extracted. */
  packageFolder: string;
  ports: Ports;
  secrets: ServerSecrets;
  log: (line: string) => void;
  onDeath: (name: string, reason: string) => void;
}

/** One private server: prepared once (idempotent), then started and stopped any number of times. */
export interface NativeServer<Endpoint> {
  /** In order of starting; stopped in reverse. */
  processes: readonly PrivateProcess[];
  /** The ports it listens on, by name. */
  ports: Readonly<Record<string, number>>;
  prepare(): Promise<void>;
  /** Starts what is not running and returns once the server answers. */
  start(): Promise<void>;
  endpoint(): Promise<Endpoint>;
  /** Removes what must not outlive the processes. */
  afterStop?(): Promise<void>;
}
