import { mkdtemp, readFile, rm } from 'node:fs/promises';
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { Agent, request, type RequestOptions } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureLocalCertificate } from '@daiko/access/local-certificate';
import { createLogger } from '@daiko/observability';
import { linger } from '@daiko/service';
import { waitFor } from '@daiko/testing';
import type { FastifyInstance } from 'fastify';
import { buildFrontDoor } from '../src/front-door.js';

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

describe('the front door', () => {
  let folder: string;
  let ca: Buffer;
  let upstream: Server;
  let door: FastifyInstance;
  let port: number;
  let seen: IncomingMessage[];
  let answer: (incoming: IncomingMessage, response: ServerResponse) => void;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daiko-door-'));
    const files = await ensureLocalCertificate(folder, { hostnames: ['127.0.0.1'], now: new Date() });
    ca = await readFile(files.caFile);
    upstream = createServer((incoming, response) => {
      seen.push(incoming);
      answer(incoming, response);
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    door = await buildFrontDoor({
      certificate: await readFile(files.certFile, 'utf8'),
      key: await readFile(files.keyFile, 'utf8'),
      targets: { intake: (upstream.address() as AddressInfo).port, billing: await freePort() },
      version: '0.0.0',
      logger: createLogger('console', 'silent'),
    });
    await door.listen({ host: '127.0.0.1', port: 0 });
    port = (door.server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await door?.close();
    upstream?.closeAllConnections();
    upstream?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    seen = [];
    answer = (_incoming, response) => response.end('ok');
  });

  function open(
    path: string,
    options: RequestOptions = {},
  ): { sent: ClientRequest; answered: Promise<Answer> } {
    const sent = request({ host: '127.0.0.1', port, path, ca, agent: false, ...options });
    const answered = new Promise<Answer>((resolve, reject) => {
      sent.on('error', reject);
      sent.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
    });
    answered.catch(() => undefined);
    return { sent, answered };
  }
  function get(path: string, options: RequestOptions = {}): Promise<Answer> {
    const { sent, answered } = open(path, options);
    sent.end();
    return answered;
  }

  it('speaks TLS 1.2 and 1.3 with strong suites only', async () => {
    const handshake = (options: object) =>
      new Promise<string>((resolve) => {
        const socket = connect({ host: '127.0.0.1', port, ca, ...options }, () => {
          resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
          socket.destroy();
        });
        socket.on('error', () => resolve('refused'));
      });
    expect(await handshake({})).toBe('TLSv1.3 TLS_AES_256_GCM_SHA384');
    expect(await handshake({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384');
    const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };
    expect(await handshake(old)).toBe('refused');
    const weak = 'ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA:AES128-SHA';
    expect(await handshake({ maxVersion: 'TLSv1.2', ciphers: weak })).toBe('refused');
  });

  it('leads to the service of a path and keeps what is beside /v1 shut', async () => {
    await get('/v1/submissions?limit=1');
    await get('/v1/submissions/R-1');
    await get('/api/intake/v1/record-counts?after=x');
    await get('/.well-known/daiko/receipt-keys.json');
    expect(seen.map(({ url }) => url)).toEqual([
      '/v1/submissions?limit=1',
      '/v1/submissions/R-1',
      '/v1/record-counts?after=x',
      '/.well-known/daiko/receipt-keys.json',
    ]);
    seen = [];
    const outside = [
      '/metrics',
      '/api/intake/metrics',
      '/api/intake/health/ready',
      '/v1/record-counts',
      '/v1/submissions/../../metrics',
      '/v1/submissions/..%2f..%2fmetrics',
      '/v1/submissions/%2e%2e/%2e%2e/metrics',
      '/api/intake/v1/../metrics',
      '/api/intake/v1/%2e%2e/metrics',
      '/v1/submissions\\..\\..\\metrics',
    ];
    for (const path of outside) {
      const { status } = await get(path);
      expect([path, status >= 400]).toEqual([path, true]);
    }
    expect(seen.map(({ url }) => url)).toEqual([]);
  });

  it('passes the key on, says who asked, and believes nothing the client says about that', async () => {
    await get('/v1/submissions', {
      headers: {
        authorization: 'Bearer dk_x_y',
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-host': 'evil.example',
        forwarded: 'for=203.0.113.9',
        'idempotency-key': 'k1',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      },
    });
    const headers = seen[0]?.headers ?? {};
    expect(headers).toMatchObject({
      authorization: 'Bearer dk_x_y',
      'idempotency-key': 'k1',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': `127.0.0.1:${port}`,
    });
    expect(headers.forwarded).toBeUndefined();
    expect(headers.traceparent).toContain('0af7651916cd43dd8448eb211c80319c');
  });

  it('streams a body both ways without holding it', async () => {
    let receivedBytes = 0;
    answer = (incoming, response) => {
      response.writeHead(206, { 'content-range': 'bytes 0-3/9', etag: '"e"' });
      incoming.on('data', (part: Buffer) => {
        receivedBytes += part.length;
        response.write('pong');
      });
      incoming.on('end', () => response.end());
    };
    const { sent, answered } = open('/v1/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/zip', range: 'bytes=0-3' },
    });
    sent.write('first');
    await waitFor(() => receivedBytes === 5);
    sent.end('second');
    const { status, headers, body } = await answered;
    expect([status, headers['content-range'], headers.etag]).toEqual([206, 'bytes 0-3/9', '"e"']);
    expect(body).toMatch(/^(pong)+$/);
    expect(seen[0]?.headers.range).toBe('bytes=0-3');
  });

  it('carries a large upload whole while the service takes it slowly', async () => {
    const sizeBytes = 64 * 1024 * 1024;
    answer = (incoming, response) => {
      let bytes = 0;
      incoming.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes % 7 === 0) {
          incoming.pause();
          setImmediate(() => incoming.resume());
        }
      });
      incoming.on('end', () => response.end(String(bytes)));
    };
    const { sent, answered } = open('/v1/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/zip', 'content-length': sizeBytes },
    });
    const part = Buffer.alloc(1024 * 1024, 7);
    for (let index = 0; index < 64; index += 1) {
      if (!sent.write(part)) await new Promise((resolve) => sent.once('drain', resolve));
    }
    sent.end();
    expect((await answered).body).toBe(String(sizeBytes));
  });

  it('hands on a refusal that comes before the body has ended', async () => {
    // As our services do: the rest is taken behind the answer, or the kernel's reset may overtake it.
    answer = (incoming, response) => {
      response.writeHead(413, { 'content-type': 'application/problem+json' });
      response.end('{"code":"intake.too-large"}');
      linger(incoming);
    };
    const { sent, answered } = open('/v1/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/zip', 'content-length': 10 * 1024 * 1024 },
    });
    sent.write(Buffer.alloc(256 * 1024));
    expect(await answered).toMatchObject({ status: 413, body: '{"code":"intake.too-large"}' });
    sent.destroy();
  });

  it('lets the service know when a sender goes away', async () => {
    let isAborted = false;
    answer = (incoming) => {
      incoming.resume();
      incoming.on('close', () => (isAborted = !incoming.complete));
    };
    const { sent } = open('/v1/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/zip', 'content-length': 1000 },
    });
    sent.write('half');
    await waitFor(() => seen.length === 1);
    sent.destroy();
    expect(await waitFor(() => isAborted)).toBe(true);
  });

  it('asks a service once and says when it is away', async () => {
    answer = (_incoming, response) => {
      response.writeHead(503, { 'retry-after': '0' });
      response.end('busy');
    };
    expect(await get('/v1/submissions')).toMatchObject({ status: 503, body: 'busy' });
    expect(seen.length).toBe(1);
    const away = await get('/v1/invoices');
    expect(away.status).toBe(503);
    expect(away.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(away.body)).toMatchObject({ code: 'console.service-away' });
    expect(away.headers['retry-after']).toBe('5');
  });

  it('goes on answering a sender whose upload met a service that is away', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let round = 0; round < 5; round += 1) {
      const { sent, answered } = open('/v1/invoices', {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/zip', 'content-length': 1024 * 1024 },
      });
      sent.end(Buffer.alloc(1024 * 1024));
      // The answer, or the break of a connection whose body nobody takes: never silence.
      const status = await answered.then(
        (away) => away.status,
        (broken: Error & { code?: string }) => broken.code,
      );
      expect([503, 'ECONNRESET', 'EPIPE']).toContain(status);
      expect((await get('/v1/submissions', { agent })).body).toBe('ok');
    }
    agent.destroy();
  }, 20_000);

  it('shows what runs here, how it is described and how it stands', async () => {
    const page = await get('/');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('代行機関');
    const description = JSON.parse((await get('/openapi.json')).body) as { openapi: string; paths: object };
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toContain('/api/identity/v1/partners');
    const health = await get('/health');
    expect(JSON.parse(health.body)).toEqual({
      status: 'not-ready',
      services: { intake: 'ready', billing: 'away' },
    });
    expect((await get('/nothing')).status).toBe(404);
  });

  it('bounds headers', async () => {
    const { status } = await get('/', { headers: { 'x-long': 'a'.repeat(20_000) } });
    expect(status).toBe(431);
  });
});

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
