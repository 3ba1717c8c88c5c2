import { join } from 'node:path';
import type { MigrationFolder } from '@daiko/persistence';

/** Tables of outbox, inbox and dead letters; every service that sends or receives messages migrates them first. */
export const messagingMigrations: MigrationFolder = {
  name: 'messaging',
  path: join(import.meta.dirname, 'migrations'),
};
