// `npm run chaos`: seeded fault runs against real servers and processes; exit 1 at the first violation, with its seed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

await prepare();
const script = `const { main } = await import(process.argv[1]); process.exit(await main(process.argv.slice(2)));`;
const child = spawn(
  join(root, 'node_modules/.bin/node'),
  ['--input-type=module', '-e', script, join(root, 'apps/e2e/dist/chaos/main.js'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
// The campaign ends between two runs; a second signal of the terminal reaches it by itself.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => process.exit(status ?? 1));
