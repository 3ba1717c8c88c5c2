import { join } from 'node:path';
import { defineService } from '@daiko/service';
import { config } from './config.js';
import { InspectionModule } from './inspection.module.js';

/** 事務点検: validates, applies the rule catalogue, decides per record, seals the reports. */
export const definition = defineService({
  name: 'inspection',
  isBackground: true,
  config,
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  module: (context) => InspectionModule.forContext(context),
});
