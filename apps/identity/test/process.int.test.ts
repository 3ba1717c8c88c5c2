import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCredential } from '@daiko/access';
import { serviceNames } from '@daiko/contracts';
import {
  type IsolatedDatabase,
  isolatedDatabase,
  type IsolatedVhost,
  isolatedVhost,
  waitFor,
} from '@daiko/testing';

const root = join(import.meta.dirname, '../../..');
const entry = join(root, 'dist/service.mjs');

interface Ended {
  code: number | null;
  errors: string;
}

describe('the process of a service', () => {
  let folder: string;
  let database: IsolatedDatabase;
  let vhost: IsolatedVhost;
  let port: number;
  let environment: Record<string, string>;
  const children = new Set<ChildProcess>();

  beforeAll(async () => {
    const built = spawnSync(process.execPath, [join(root, 'tools/dev/build.mjs')], { cwd: root });
    expect(built.status).toBe(0);
    folder = await mkdtemp(join(tmpdir(), 'daiko-process-'));
    [database, vhost, port] = await Promise.all([isolatedDatabase('process'), isolatedVhost(), freePort()]);
    const role = database.configOf('identity', 'role');
    const owner = database.configOf('identity', 'owner');
    const { credentialId, verifier } = createCredential();
    const file = async (name: string, text: string) => {
      await writeFile(join(folder, name), text, { mode: 0o600 });
      return join(folder, name);
    };
    environment = {
      PATH: process.env.PATH ?? '',
      DAIKO_DATABASE_HOST: role.host,
      DAIKO_DATABASE_PORT: String(role.port),
      DAIKO_DATABASE_NAME: role.database,
      DAIKO_DATABASE_USER: role.user,
      DAIKO_DATABASE_PASSWORD_FILE: await file('password', role.password),
      DAIKO_DATABASE_OWNER_USER: owner.user,
      DAIKO_DATABASE_OWNER_PASSWORD_FILE: await file('owner-password', owner.password),
      DAIKO_BROKER_URL_FILE: await file('broker', vhost.url),
      DAIKO_HTTP_PORT: String(port),
      DAIKO_IDENTITY_OPERATOR_VERIFIER_FILE: await file(
        'verifier',
        JSON.stringify({ credentialId, verifier }),
      ),
    };
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await database?.drop();
    await vhost?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  function run(args: string[], changes: Record<string, string | undefined> = {}) {
    const child = spawn(process.execPath, [entry, '--service', 'identity', ...args], {
      env: { ...environment, ...changes },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    let errors = '';
    let output = '';
    child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    const ended = new Promise<Ended>((resolve) =>
      child.on('close', (code) => {
        children.delete(child);
        resolve({ code, errors });
      }),
    );
    return { child, ended, output: () => output };
  }
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).status === 200;

  it('names every setting that cannot be used, in both languages, and ends with 78', async () => {
    const { code, errors } = await run([], {
      DAIKO_HTTP_PORT: '70000',
      DAIKO_BROKER_URL_FILE: undefined,
      DAIKO_IDENTITY_SECRET: 'hunter2',
    }).ended;
    expect(code).toBe(78);
    for (const part of ['DAIKO_HTTP_PORT ("70000")', 'DAIKO_BROKER_URL_FILE', 'DAIKO_IDENTITY_SECRET']) {
      expect(errors).toContain(part);
    }
    expect(errors).toContain('3件の設定を直して');
    expect(errors).not.toContain('hunter2');
  });

  it('ends with 69 and one line in both languages where the database is away', async () => {
    const { code, errors } = await run([], { DAIKO_DATABASE_PORT: String(await freePort()) }).ended;
    expect(code).toBe(69);
    expect(errors).toContain('起動できませんでした');
    expect(errors).toContain('ECONNREFUSED');
  });

  it('migrates once, starts, and ends with 0 on SIGTERM', async () => {
    expect((await run(['--migrate']).ended).code).toBe(0);
    const again = run(['--migrate']);
    expect((await again.ended).code).toBe(0);
    expect(again.output()).toContain('"count":0');
    const { child, ended } = run([]);
    await waitFor(isReady);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('takes Ctrl-C and the SIGTERM of a supervisor as one wish, and ends with 0', async () => {
    const { child, ended } = run([]);
    await waitFor(isReady);
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('refuses a service that there is none of', () => {
    const { status, stderr } = spawnSync(process.execPath, [entry, '--service', 'nobody']);
    expect(status).toBe(64);
    expect(stderr.toString()).toContain(serviceNames.join('|'));
  });
});

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
