// `npm test`: works on a bare clone. Checks, unit tests, service tests against real servers, and the end-to-end story.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const started = Date.now();
await prepare();
const bin = join(root, 'node_modules/.bin');
const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, NX_DAEMON: 'false' };
const results = join(root, '.nx/test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const layers = ['unit', 'service', 'story'];
const steps = [
  { name: 'typecheck', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
  ...layers.map((layer) => ({
    name: layer,
    command: [
      join(bin, 'node'),
      join(root, 'tools/dev/jest.mjs'),
      layer,
      '--json',
      `--outputFile=${join(results, `${layer}.json`)}`,
    ],
  })),
];

let failedSteps = 0;
for (const { name, command } of steps) {
  const begun = Date.now();
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: root,
    env,
    stdio: ['ignore', name in { unit: 1, service: 1, story: 1 } ? 'ignore' : 'inherit', 'inherit'],
  });
  if (status !== 0) failedSteps += 1;
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}

let passed = 0;
let failed = 0;
for (const layer of layers) {
  try {
    const report = JSON.parse(readFileSync(join(results, `${layer}.json`), 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  } catch {
    failed += 1;
  }
}
console.log(`took ${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`Tests: ${passed} passed, ${failed} failed`);
process.exit(failedSteps === 0 && failed === 0 ? 0 : 1);
