// `npm start`: works on a bare clone with Node 20. Installs and builds what is missing, then runs the platform.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

await prepare();
const node = join(root, 'node_modules/.bin/node');
const child = spawn(
  node,
  [join(root, 'apps/cli/bin/daiko.mjs'), 'up', '--demonstration', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
// Ctrl-C reaches the child by the terminal too; this process only waits for its orderly end.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => child.kill(signal === 'SIGTERM' ? signal : 0));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
