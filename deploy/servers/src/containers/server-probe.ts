import { connect } from 'node:net';
import { answersHttp } from '../answers.js';
import type { Ports } from '../ports.js';
import type { ServerName } from '../running-servers.js';

/** Sends a greeting and answers the first bytes that come back; undefined when none do within two seconds. */
function greet(port: number, greeting: Buffer, host = '127.0.0.1'): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (answer: Buffer | undefined): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => settle(undefined), 2_000);
    socket.once('connect', () => socket.write(greeting));
    socket.once('data', settle);
    socket.once('error', () => settle(undefined));
    socket.once('close', () => settle(undefined));
  });
}

const wantsEncryption = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);
const speaksAmqp = Buffer.from('AMQP\0\0\u0009\u0001', 'latin1');

/**
 * Whether a server answers in its own protocol. A bare connection proves nothing: the engine accepts it before the
 * server inside the container listens.
 */
export const probes: Record<ServerName, (ports: Ports) => Promise<boolean>> = {
  postgres: async ({ postgres }) => /^[SN]/.test(String((await greet(postgres, wantsEncryption)) ?? '')),
  rabbitmq: async ({ rabbitmq, rabbitmqManagement }) =>
    (await answersHttp(`http://127.0.0.1:${rabbitmqManagement}/`)) &&
    (await greet(rabbitmq, speaksAmqp))?.[0] === 1,
  objectStore: ({ swiftProxy }) => answersHttp(`http://127.0.0.1:${swiftProxy}/minio/health/ready`),
  clamav: async ({ clamav }) => String(await greet(clamav, Buffer.from('zPING\0'))).startsWith('PONG'),
};

/** What clamd has loaded: with a database of the ClamAV project its version ends in the number and day of it. */
export async function signaturesAt(clamd: { host: string; port: number }): Promise<'official' | 'test-only'> {
  const version = String((await greet(clamd.port, Buffer.from('zVERSION\0'), clamd.host)) ?? '');
  return signaturesIn(version);
}

/** `ClamAV 1.4.3/27800/Mon Nov 23 …` → official; `ClamAV 1.4.3` → test-only. */
export function signaturesIn(version: string): 'official' | 'test-only' {
  return /^ClamAV [^/]+\/\d+\//.test(version) ? 'official' : 'test-only';
}
