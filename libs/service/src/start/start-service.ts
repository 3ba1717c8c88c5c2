import { constants, setPriority } from 'node:os';
import { FaultFolder, type Logger } from '@daiko/observability';
import { commonKeys } from '../config/common-keys.js';
import { type ConfigKeys, type ConfigValues, defineConfig } from '../config/config-key.js';
import type { CommonValues, ServiceDefinition } from '../service-definition.js';
import { migrateService, migrationConfig } from './migrate-service.js';
import { runProcess } from './process-run.js';
import { runService } from './run-service.js';

/** Own keys and common keys of a service together. */
export function configOf<K extends ConfigKeys>(definition: ServiceDefinition<K>) {
  return defineConfig({ ...commonKeys, ...definition.config.keys });
}

/** Runs a service as this process: reads the environment, starts, ends in order at SIGTERM. */
export async function startService<K extends ConfigKeys>(definition: ServiceDefinition<K>): Promise<void> {
  if (definition.isBackground === true) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  await runProcess({
    name: definition.name,
    config: configOf(definition),
    run: (values, logger) => {
      const now = clockOfFaults(definition.name, values as CommonValues, logger);
      return runService(definition, values as ConfigValues<K> & CommonValues, { logger, now });
    },
  });
}

/** Only in a fault run: arms the crash points, and answers the clock that the run sets. */
function clockOfFaults(
  service: string,
  { DAIKO_CRASH_POINTS: folder }: CommonValues,
  logger: Logger,
): (() => Date) | undefined {
  if (folder === undefined) return undefined;
  logger.warn('This process is part of a fault run and may die on purpose', {
    setting: 'DAIKO_CRASH_POINTS',
  });
  return new FaultFolder(folder, service).arm();
}

/** Migrates a service's schema as this process: reads the environment, prints what was applied, exits 0. */
export async function startMigration<K extends ConfigKeys>(definition: ServiceDefinition<K>): Promise<void> {
  await runProcess({
    name: definition.name,
    config: migrationConfig,
    ownPrefix: null,
    run: async (values, logger) => {
      const applied = await migrateService(definition, values);
      logger.info('The schema is up to date', { count: applied.length });
      process.exit(0);
    },
  });
}
