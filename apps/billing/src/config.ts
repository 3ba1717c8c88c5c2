import { defineConfig } from '@daiko/service';

/** billing needs no settings beside the common ones. */
export const config = defineConfig({});
