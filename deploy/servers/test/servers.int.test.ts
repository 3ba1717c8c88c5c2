import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import amqp from 'amqplib';
import { Client as S3Client } from 'minio';
import pg from 'pg';
import type { ServerEndpoints } from '../src/index.js';

let servers: ServerEndpoints;

beforeAll(async () => {
  servers = JSON.parse(await readFile(process.env['DAIKO_TEST_ENDPOINTS']!, 'utf8')) as ServerEndpoints;
});

/** Sends one clamd command, with an optional stream, and returns the answer. */
async function askClamd(command: string, content?: Buffer): Promise<string> {
  const socket = connect(servers.clamav.port, servers.clamav.host);
  socket.write(`z${command}\0`);
  if (content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    socket.write(Buffer.concat([length, content, Buffer.alloc(4)]));
  }
  return (await buffer(socket)).toString('utf8').replaceAll('\0', '').trim();
}

describe('the servers a checkout runs on', () => {
  it('the database answers with the password of the checkout and refuses another', async () => {
    const { host, port, superuser, password } = servers.postgres;
    const client = new pg.Client({ host, port, user: superuser, password, database: 'postgres' });
    await client.connect();
    expect((await client.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    const stranger = new pg.Client({ host, port, user: superuser, password: 'wrong', database: 'postgres' });
    await expect(stranger.connect()).rejects.toThrow(/password/);
  });

  it('the broker confirms a persistent message to a quorum queue and hands it out again', async () => {
    const connection = await amqp.connect(servers.rabbitmq.url, { noDelay: true });
    const channel = await connection.createConfirmChannel();
    const queue = `servers.test.${randomUUID()}`;
    await channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    channel.sendToQueue(queue, Buffer.from('drill'), { persistent: true });
    await channel.waitForConfirms();
    const message = await channel.get(queue, { noAck: true });
    expect(message && message.content.toString()).toBe('drill');
    await channel.deleteQueue(queue);
    await connection.close();
  });

  it('the management interface of the broker answers its own user only', async () => {
    const { managementUrl, user, password } = servers.rabbitmq;
    const ask = async (word: string): Promise<number> => {
      const authorization = `Basic ${Buffer.from(`${user}:${word}`).toString('base64')}`;
      return (await fetch(`${managementUrl}/api/overview`, { headers: { authorization } })).status;
    };
    expect(await ask(password)).toBe(200);
    expect(await ask('wrong')).toBe(401);
  });

  it('the object store takes an object in several parts and gives a range of it back', async () => {
    const store = new S3Client({ ...servers.objectStore, partSize: 8 * 1024 * 1024 });
    const bucket = `servers-test-${randomUUID()}`;
    await store.makeBucket(bucket, servers.objectStore.region);
    const part = Buffer.alloc(1024 * 1024, 'd');
    await store.putObject(bucket, 'drill', Readable.from(Array.from({ length: 20 }, () => part)));
    expect((await store.statObject(bucket, 'drill')).size).toBe(20 * part.length);
    const middle = await buffer(await store.getPartialObject(bucket, 'drill', 8 * 1024 * 1024 - 3, 6));
    expect(middle.toString()).toBe('dddddd');
    await store.removeObject(bucket, 'drill');
    await store.removeBucket(bucket);
  });

  it('the object store refuses a wrong key', async () => {
    const stranger = new S3Client({ ...servers.objectStore, secretKey: 'wrong' });
    await expect(stranger.listBuckets()).rejects.toThrow();
  });

  it('the malware scan answers, passes what is harmless and finds the drill signature', async () => {
    expect(await askClamd('PING')).toBe('PONG');
    expect(await askClamd('INSTREAM', Buffer.from('<root/>'))).toBe('stream: OK');
    const drill = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!$H+H*'].join(
      '-',
    );
    expect(await askClamd('INSTREAM', Buffer.from(drill))).toMatch(/FOUND$/);
  });
});
