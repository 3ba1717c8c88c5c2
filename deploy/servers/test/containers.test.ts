import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allocatePorts, endServers, purgeServers, startServers, type StartOptions } from '../src/index.js';
import { FakeDocker } from './fake-docker.js';

let docker: FakeDocker;
let stateFolder: string;
let lines: string[];

beforeEach(async () => {
  docker = await FakeDocker.create();
  stateFolder = await mkdtemp(join(tmpdir(), 'daiko-state-'));
  lines = [];
});
afterEach(async () => {
  await docker.close();
  await rm(stateFolder, { recursive: true, force: true });
});

/** The options of `daiko up`; without `only`, native servers would be fetched. */
function options(more: Partial<StartOptions> = {}): StartOptions {
  const composeFile = join(import.meta.dirname, '../../../docker-compose.yml');
  return { stateFolder, servers: 'auto', composeFile, only: [], log: (line) => lines.push(line), ...more };
}

const kindNoted = async (): Promise<unknown> =>
  readFile(join(stateFolder, 'servers.json'), 'utf8').then(JSON.parse, () => null);

describe('a checkout on containers', () => {
  it('starts, mends a container that ended, stops, picks up its data, and is purged', async () => {
    await docker.set('images', '');
    await docker.listen();
    const deaths: string[] = [];
    const onDeath = (server: string, reason: string): void => void deaths.push(`${server} ${reason}`);
    const starting = startServers(options({ only: ['postgres', 'clamav'], onDeath }));
    await docker.called('up --detach --pull never postgres clamav');
    await docker.answer(await allocatePorts(stateFolder));
    const servers = await starting;
    expect(servers.kind).toBe('docker');
    expect(servers.endpoints.postgres.port).toBe((await allocatePorts(stateFolder)).postgres);
    expect(servers.endpoints.clamav.signatures).toBe('test-only');
    expect((await stat(join(stateFolder, 'secrets/compose.env'))).mode & 0o777).toBe(0o600);

    await docker.tellDeath('postgres');
    while (deaths.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(deaths).toEqual(['postgres exit 137']);
    await servers.restart('postgres');
    expect((await docker.calls()).at(-1)).toMatch(/ up .*--no-deps --no-recreate postgres$/);

    await servers.stop();
    expect((await docker.calls()).at(-1)).toMatch(/ down --timeout 60 --remove-orphans$/);
    expect(await docker.calls()).not.toContain('volume rm v1');
    expect(await kindNoted()).toEqual({ kind: 'docker' });

    await purgeServers(stateFolder);
    expect(await docker.calls()).toContain('volume rm v1');
    expect(await kindNoted()).toBeNull();
  });

  it('ends the containers of a run that was killed, at the next start and by `daiko down`', async () => {
    await docker.set('images', '');
    await docker.listen();
    await (await startServers(options())).stop();
    await docker.set('containers', 'c1\n');
    await endServers(stateFolder);
    expect(await docker.calls()).toEqual(expect.arrayContaining(['stop --time 60 c1', 'rm --force c1']));
    await docker.set('containers', 'c2\n');
    await (await startServers(options())).stop();
    expect(await docker.calls()).toContain('rm --force c2');
    expect(lines).toContain('servers: containers of an earlier run were ended');
  });

  it('forgets a first start that failed, and says what is in the way', async () => {
    await docker.set('images', '');
    await docker.set('up-fails', 'Bind for 127.0.0.1:5432 failed: port is already allocated');
    await expect(startServers(options())).rejects.toMatchObject({ code: 'port-taken' });
    expect(await docker.calls()).toContain('volume rm v1');
    expect(await kindNoted()).toBeNull();
  });

  it('does not start, and does not lose its data, while its engine does not answer', async () => {
    await docker.set('images', '');
    await docker.listen();
    await (await startServers(options())).stop();
    await docker.set('silent', '');
    await expect(startServers(options())).rejects.toMatchObject({ code: 'engine-not-ready' });
    await expect(startServers(options({ servers: 'native' }))).rejects.toMatchObject({
      code: 'servers-begun-otherwise',
    });
    await expect(purgeServers(stateFolder)).rejects.toMatchObject({ code: 'engine-not-ready' });
    expect(await kindNoted()).toEqual({ kind: 'docker' });
  });
});

describe('a checkout that cannot have containers', () => {
  it('falls back to native servers where an image cannot be pulled, says so, and stays with them', async () => {
    const servers = await startServers(options());
    expect(servers.kind).toBe('native');
    await servers.stop();
    expect(lines.join()).toMatch(/postgres:18.*専用サーバーを使います.*the native servers are used/);
    expect(await kindNoted()).toEqual({ kind: 'native' });
    await docker.set('images', '');
    const again = await startServers(options());
    expect(again.kind).toBe('native');
    await again.stop();
    expect(lines.join()).toContain('The data lies in native servers');
  });

  it('falls back without the plugin of Compose', async () => {
    await docker.set('no-compose', '');
    const servers = await startServers(options());
    expect(servers.kind).toBe('native');
    await servers.stop();
    expect(lines.join()).toContain('The Docker Compose plugin is missing: the native servers are used');
  });

  it('is told so where only containers are wanted', async () => {
    await expect(startServers(options({ servers: 'docker' }))).rejects.toMatchObject({
      code: 'image-not-available',
    });
    expect(await kindNoted()).toBeNull();
  });
});
