import { join } from 'node:path';
import { defineService } from '@daiko/service';
import { AuditModule } from './audit.module.js';
import { config } from './config.js';

/** 監査: takes the marks of every service in, proves that none was changed or lost, shows them. */
export const definition = defineService({
  name: 'audit',
  config,
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  module: (context) => AuditModule.forContext(context),
});
