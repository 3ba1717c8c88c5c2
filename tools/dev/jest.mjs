// Runs one layer of the tests (unit, service, story); further arguments go to jest.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const [layer = 'unit', ...rest] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules/jest/bin/jest.js'), ...rest],
  { cwd: root, stdio: 'inherit', env: { ...process.env, DAIKO_TEST_LAYER: layer } },
);
process.exit(status ?? 1);
