import { accessMigrations } from '@daiko/access';
import { messagingMigrations } from '@daiko/messaging';
import { migrate } from '@daiko/persistence';
import { migrationKeys } from '../config/common-keys.js';
import { type ConfigKeys, type ConfigValues, defineConfig } from '../config/config-key.js';
import type { ServiceDefinition } from '../service-definition.js';

/** The role that runs a service belongs to the one that owns its schema: `daiko_intake_owner` → `daiko_intake`. */
function runningRoleOf(ownerUser: string): string {
  return ownerUser.replace(/_owner$/, '');
}

/** Brings a service's schema up to date with the owner's role: tables of messaging, of access, its own. Answers what was applied. */
export async function migrateService<K extends ConfigKeys>(
  definition: ServiceDefinition<K>,
  values: ConfigValues<typeof migrationKeys>,
): Promise<string[]> {
  const owner = {
    host: values.DAIKO_DATABASE_HOST,
    port: values.DAIKO_DATABASE_PORT,
    database: values.DAIKO_DATABASE_NAME,
    user: values.DAIKO_DATABASE_OWNER_USER,
    password: values.DAIKO_DATABASE_OWNER_PASSWORD_FILE,
    schema: definition.name,
    applicationName: `daiko-${definition.name}-migrate`,
  };
  return migrate(owner, {
    role: runningRoleOf(owner.user),
    folders: [
      messagingMigrations,
      accessMigrations,
      { name: definition.name, path: definition.migrationsFolder },
    ],
  });
}

/** The settings of a migration. */
export const migrationConfig = defineConfig(migrationKeys);
