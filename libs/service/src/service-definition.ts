import type { DynamicModule, Type } from '@nestjs/common';
import type { ServiceName } from '@daiko/contracts';
import type { HealthRegistry, Logger } from '@daiko/observability';
import type { Database } from '@daiko/persistence';
import type { BackgroundTasks } from './background-tasks.js';
import { commonKeys } from './config/common-keys.js';
import type { ConfigDefinition, ConfigKeys, ConfigValues } from './config/config-key.js';

/** The settings every service has. */
export type CommonValues = ConfigValues<typeof commonKeys>;

/** What a service is built from. */
export interface ServiceContext<K extends ConfigKeys = ConfigKeys> {
  name: ServiceName;
  /** Own and common settings, under their names in the environment. */
  config: ConfigValues<K> & CommonValues;
  database: Database;
  logger: Logger;
  health: HealthRegistry;
  tasks: BackgroundTasks;
  /** The one clock of the service. */
  now: () => Date;
}

/** Injection token of the {@link ServiceContext}. */
export const SERVICE_CONTEXT = Symbol('service context');

/** Injection token of the clock, `() => Date`: the one place where a service learns what time it is. */
export const CLOCK = Symbol('service clock');

/** A service as its `main.ts` declares it. */
export interface ServiceDefinition<K extends ConfigKeys = ConfigKeys> {
  name: ServiceName;
  /** Own keys; the common ones are added. */
  config: ConfigDefinition<K>;
  /** Folder of the service's own migrations. */
  migrationsFolder: string;
  /** Nobody waits for its answers: its process yields the processor to those that somebody waits for. */
  isBackground?: boolean;
  /** Media types of bodies that the service reads as a stream; beside them it takes JSON alone. */
  streamedMediaTypes?: readonly string[];
  module: (context: ServiceContext<K>) => DynamicModule | Type | Promise<DynamicModule | Type>;
}

/** Declares a service; only here so that the types of its settings are known in its module. */
export function defineService<const K extends ConfigKeys>(
  definition: ServiceDefinition<K>,
): ServiceDefinition<K> {
  return definition;
}
