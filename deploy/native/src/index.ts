export type { ServerName } from './native-server.js';
export { allocatePorts, type Ports } from './ports.js';
export { ServerProblem, type ServerProblemCode } from './server-problem.js';
export {
  purgeServers,
  startServers,
  type RunningServers,
  type ServerEndpoints,
  type StartOptions,
} from './start-servers.js';
export { provideXmllint, type ProvidedProgram } from './xmllint.js';
