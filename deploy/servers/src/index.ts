export { signaturesAt } from './containers/server-probe.js';
export { provideXmllint, type ProvidedProgram } from './native/xmllint.js';
export { allocatePorts, type Ports, workerPorts } from './ports.js';
export { signalGroup } from './process-record.js';
export type { RunningServers, ServerEndpoints, ServerName, StartOptions } from './running-servers.js';
export type { ServerKind, ServersSetting } from './server-choice.js';
export { ServerProblem, type ServerProblemCode } from './server-problem.js';
export { endServers, purgeServers, startServers } from './start-servers.js';
