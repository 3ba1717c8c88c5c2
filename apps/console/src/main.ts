import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess } from '@daiko/service';
import { config } from './config.js';
import { buildFrontDoor } from './front-door.js';
import type { Targets } from './probe-services.js';

/** The end of a connection that is still answering, ms. */
const answersMsMax = 20_000;

async function readVersion(): Promise<string> {
  const manifest = await readFile(join(import.meta.dirname, '../package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Runs the front door as this process. */
export async function start(): Promise<void> {
  await runProcess({
    name: 'console',
    ownPrefix: 'DAIKO_FRONT_DOOR_',
    config,
    run: async (values, logger) => {
      const app = await buildFrontDoor({
        certificate: values.DAIKO_FRONT_DOOR_CERTIFICATE_FILE,
        key: values.DAIKO_FRONT_DOOR_KEY_FILE,
        targets: JSON.parse(values.DAIKO_FRONT_DOOR_TARGETS) as Targets,
        version: await readVersion(),
        logger,
      });
      await app.listen({ host: values.DAIKO_FRONT_DOOR_HOST, port: values.DAIKO_FRONT_DOOR_PORT });
      logger.info('The front door is open', { port: values.DAIKO_FRONT_DOOR_PORT });
      return {
        stop: async () => {
          const cut = setTimeout(() => app.server.closeAllConnections(), answersMsMax);
          await app.close();
          clearTimeout(cut);
        },
      };
    },
  });
}
