import { defineService } from '@daiko/service';
import { join } from 'node:path';
import { config } from './config.js';
import { IntakeModule } from './intake.module.js';

/** Intake as the start entry runs it. */
export const definition = defineService({
  name: 'intake',
  config,
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  streamedMediaTypes: ['application/zip', 'application/octet-stream', 'multipart/form-data'],
  module: (context) => IntakeModule.forService(context),
});
