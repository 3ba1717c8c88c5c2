// `npm run soak`: a steady load for many minutes; exit 1 where memory, files, connections or queues grow.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

await prepare();
const script = `const { main } = await import(process.argv[1]); process.exit(await main(process.argv.slice(2)));`;
const { status } = spawnSync(
  join(root, 'node_modules/.bin/node'),
  ['--input-type=module', '-e', script, join(root, 'apps/e2e/dist/soak/main.js'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
