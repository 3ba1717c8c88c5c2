import { join } from 'node:path';
import { defineService } from '@daiko/service';
import { BillingModule } from './billing.module.js';
import { config } from './config.js';

/** 請求・支払: takes claims as they are accepted, posts them, says what is to be invoiced and paid. */
export const definition = defineService({
  name: 'billing',
  config,
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  streamedMediaTypes: ['text/csv'],
  module: (context) => BillingModule.forContext(context),
});
