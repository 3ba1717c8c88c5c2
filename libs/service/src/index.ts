export {
  type ChoiceKey,
  type ConfigDefinition,
  type ConfigKey,
  type ConfigKeys,
  type ConfigValues,
  defineConfig,
} from './config/config-key.js';
export {
  agencyKeys,
  commonKeys,
  inspectionSettingsKeys,
  migrationKeys,
  objectStoreKeys,
  privateKeysKeys,
  publicKeysKeys,
  schemasKeys,
} from './config/common-keys.js';
export { type ConfigError, ConfigErrors } from './config/read-config.js';
export {
  CLOCK,
  type CommonValues,
  defineService,
  SERVICE_CONTEXT,
  type ServiceContext,
  type ServiceDefinition,
} from './service-definition.js';
export { storedFiles } from './stored-files.js';
export { BackgroundTasks } from './background-tasks.js';
export { recordCountsPage, RecordCountSource } from './admin/record-count-source.js';
export { type PageQuery, readPageQuery } from './admin/read-page-query.js';
export { observeRequests } from './http/observe-requests.js';
export { sendProblem } from './http/problem.filter.js';
export { linger } from './http/linger.js';
export { serviceProblems } from './http/service-problems.js';
export { exitCodes, runProcess } from './start/process-run.js';
export { type RunningService, type RunOptions, runService } from './start/run-service.js';
export { migrateService } from './start/migrate-service.js';
export { configOf, startMigration, startService } from './start/start-service.js';
