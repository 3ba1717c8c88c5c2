// `npm run fuzz`: changed archives and documents through the judge of `daiko check`, in a watched process.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

await prepare();
const script = `const { main } = await import(process.argv[1]); process.exit(await main(process.argv.slice(3), process.argv[2]));`;
const { status } = spawnSync(
  join(root, 'node_modules/.bin/node'),
  [
    ...['--input-type=module', '-e', script, join(root, 'apps/cli/dist/fuzz/main.js')],
    ...[join(root, '.daiko/fuzz'), ...process.argv.slice(2)],
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
