// Servers for the service layer: given ones, containers where an engine answers, otherwise native ones.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startContainers } from './test-containers.mjs';

const root = join(import.meta.dirname, '../..');
const testFolder = join(root, '.daiko/test');
const log = (line) => console.log(`servers: ${line}`);
const setting = process.env.DAIKO_SERVERS || 'auto';

/** Runs before every test of a layer; leaves the path of the endpoints in DAIKO_TEST_ENDPOINTS. */
export default async function provideTestServers() {
  const given = process.env.DAIKO_SERVERS_JSON;
  if (given && existsSync(given)) {
    process.env.DAIKO_TEST_ENDPOINTS = given;
    return;
  }
  const built = spawnSync(process.execPath, [join(root, 'tools/dev/build.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error('the build failed');
  const { signaturesAt, startServers } = await import(join(root, 'deploy/servers/dist/index.js'));
  const servers = (await containersOrNothing(signaturesAt)) ?? (await startNative(startServers));
  globalThis.daikoTestServers = servers;
  await mkdir(testFolder, { recursive: true });
  const path = join(testFolder, 'endpoints.json');
  await writeFile(path, `${JSON.stringify(servers.endpoints, null, 2)}\n`, { mode: 0o600 });
  process.env.DAIKO_TEST_ENDPOINTS = path;
}

function engineAnswers() {
  return spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 5000 }).status === 0;
}

/** Containers, unless DAIKO_SERVERS or the engine says otherwise; with `docker` it is an error when they do not start. */
async function containersOrNothing(signaturesAt) {
  if (setting === 'native' || (setting === 'auto' && !engineAnswers())) return undefined;
  try {
    log('コンテナで起動しています（testcontainers） / starting containers (testcontainers)');
    return await startContainers(signaturesAt);
  } catch (error) {
    if (setting === 'docker') throw error;
    const why = String(error?.message ?? error)
      .split('\n')[0]
      .slice(0, 200);
    log(
      `コンテナを起動できないため、専用サーバーを使います (${why}) / containers do not start: the native servers are used`,
    );
    return undefined;
  }
}

function startNative(startServers) {
  // The packages are shared with `npm start`; data, ports and passwords are the tests' own.
  return startServers({ stateFolder: testFolder, packageFolder: join(root, '.daiko/packages'), log });
}
