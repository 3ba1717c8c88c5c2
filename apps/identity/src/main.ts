import { join } from 'node:path';
import { defineService } from '@daiko/service';
import { config } from './config.js';
import { IdentityModule } from './identity.module.js';

/** identity: partners (取引先) and their machine credentials, published to every service. */
export const definition = defineService({
  name: 'identity',
  config,
  migrationsFolder: join(import.meta.dirname, 'migrations'),
  module: (context) => IdentityModule.forContext(context),
});
