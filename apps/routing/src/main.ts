import { defineService } from '@daiko/service';
import { join } from 'node:path';
import { config } from './config.js';
import { routingModule } from './routing.module.js';

/** 振分・送付: groups records by insurer, builds bundles and returns, delivers them, waits for the acknowledgement. */
export const definition = defineService({
  name: 'routing',
  config,
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  module: routingModule,
});
