// Start entry of every process of the platform, bundled as dist/service.mjs by `npm run build`.
import { parseArgs } from 'node:util';

const mains = {
  intake: () => import('../apps/intake/dist/main.js'),
  inspection: () => import('../apps/inspection/dist/main.js'),
  routing: () => import('../apps/routing/dist/main.js'),
  billing: () => import('../apps/billing/dist/main.js'),
  audit: () => import('../apps/audit/dist/main.js'),
  identity: () => import('../apps/identity/dist/main.js'),
  console: () => import('../apps/console/dist/main.js'),
};
const names = Object.keys(mains);
const usage = `node dist/service.mjs --service ${names.join('|')} [--migrate | --with-parent]`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        service: { type: 'string' },
        migrate: { type: 'boolean', default: false },
        'with-parent': { type: 'boolean', default: false },
      },
    });
    if (names.includes(values.service)) return values;
  } catch {
    // The usage below says what is wrong.
  }
  console.error(`使い方 / usage: ${usage}`);
  process.exit(64);
}

const { service, migrate, 'with-parent': endsWithParent } = readArguments();
if (endsWithParent) {
  // Standard input ends when the parent is gone, however it went: an orphan would hold ports and queues.
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).resume();
  process.stdin.unref?.();
}
const main = await mains[service]();
if (main.start !== undefined) {
  // The front door has no schema.
  if (!migrate) await main.start();
} else {
  const { startMigration, startService } = await import('@daiko/service');
  await (migrate ? startMigration(main.definition) : startService(main.definition));
}
