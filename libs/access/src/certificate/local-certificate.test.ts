import { readFile, stat } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureLocalCertificate } from './local-certificate.js';

const hostnames = ['localhost', '127.0.0.1'];
const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);

describe('the local certificate authority', () => {
  let folder: string;
  // A certificate counts whole seconds.
  const now = new Date(Math.floor(Date.now() / 1000) * 1000);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daiko-tls-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes a certificate that a client who trusts the authority accepts, by name and by address', async () => {
    const { caFile, certFile, keyFile } = await ensureLocalCertificate(folder, { hostnames, now });
    const server = createServer({ cert: await readFile(certFile), key: await readFile(keyFile) }, (socket) =>
      socket.end('ok'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ca = await readFile(caFile);
    for (const host of hostnames) {
      const isAuthorized = await new Promise<boolean>((resolve, reject) => {
        const socket = connect({ host, port, ca, servername: host === 'localhost' ? host : '' }, () => {
          resolve(socket.authorized);
          socket.destroy();
        });
        socket.on('error', reject);
      });
      expect(isAuthorized).toBe(true);
    }
    await new Promise((resolve) => server.close(resolve));
  });

  it('keeps keys to their owner', async () => {
    const { keyFile } = await ensureLocalCertificate(folder, { hostnames, now });
    for (const file of [keyFile, join(folder, 'ca.key')]) {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
  });

  it('keeps the certificate until 30 days before its end, then renews it under the same authority', async () => {
    const read = async () => {
      const files = await ensureLocalCertificate(folder, { hostnames, now: at });
      return [await readFile(files.caFile, 'utf8'), await readFile(files.certFile, 'utf8')];
    };
    let at = now;
    const [authority, first] = await read();
    at = daysFrom(now, 335);
    expect(await read()).toEqual([authority, first]);
    at = daysFrom(now, 336);
    const [sameAuthority, second] = await read();
    expect(sameAuthority).toBe(authority);
    expect(second).not.toBe(first);
  });

  it('makes the certificate anew for a name it does not cover', async () => {
    const first = await ensureLocalCertificate(folder, { hostnames, now });
    const before = await readFile(first.certFile, 'utf8');
    await ensureLocalCertificate(folder, { hostnames: [...hostnames, 'daiko.example'], now });
    expect(await readFile(first.certFile, 'utf8')).not.toBe(before);
  });
});
