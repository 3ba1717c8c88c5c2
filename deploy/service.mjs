// Start entry of every process of the platform: node deploy/service.mjs --service NAME [--migrate | --with-parent]
import { parseArgs } from 'node:util';

const names = ['intake', 'inspection', 'routing', 'billing', 'audit', 'identity', 'console'];
const usage = `node deploy/service.mjs --service ${names.join('|')} [--migrate | --with-parent]`;

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
const main = await import(new URL(`../apps/${service}/dist/main.js`, import.meta.url).href);
if (main.start !== undefined) {
  // The front door has no schema.
  if (!migrate) await main.start();
} else {
  const { startMigration, startService } = await import('@daiko/service');
  await (migrate ? startMigration(main.definition) : startService(main.definition));
}
