import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { ClamdScanner, readAnswer } from './clamd-scanner.js';
import { ScannerDown } from './scanner.js';

// Purpose: only a plain OK of clamd is clean; what it did not look at, or did not answer, never passes.

describe('readAnswer', () => {
  it.each([
    ['stream: OK', { isClean: true }],
    ['stream: Daiko.Test.EICAR.UNOFFICIAL FOUND', { isClean: false, name: 'Daiko.Test.EICAR.UNOFFICIAL' }],
    [
      'stream: Heuristics.Limits.Exceeded.MaxFiles FOUND',
      { isClean: false, name: 'Heuristics.Limits.Exceeded.MaxFiles' },
    ],
    ['stream: evil\u001b[31m name FOUND', { isClean: false, name: 'evil__31m_name' }],
    ['INSTREAM size limit exceeded. ERROR', { isClean: false, name: 'StreamMaxLength' }],
  ])('%s', (answer, verdict) => {
    expect(readAnswer(answer)).toEqual(verdict);
  });

  it.each(['', 'stream: Can’t allocate memory ERROR', 'UNKNOWN COMMAND', 'stream: OK FOUND OK'])(
    'takes %j for a scanner that is down',
    (answer) => {
      expect(() => readAnswer(answer)).toThrow(ScannerDown);
    },
  );
});

describe('ClamdScanner', () => {
  let server: Server;
  afterEach(() => {
    server.close();
  });

  async function clamdThat(
    onData: (socket: Socket, received: Buffer) => void,
    silenceMs = 1000,
  ): Promise<ClamdScanner> {
    server = createServer((socket) => {
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
        onData(socket, received);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    return new ClamdScanner({ host: '127.0.0.1', port, signatures: 'official', silenceMs });
  }

  it('sends the stream in framed chunks and reads the verdict', async () => {
    const scanner = await clamdThat((socket, received) => {
      if (received.subarray(-4).equals(Buffer.alloc(4))) socket.end(`stream: OK\0`);
    });
    const session = await scanner.begin();
    await session.write(Buffer.from('one'));
    await session.write(Buffer.from('two'));
    expect(await session.finish()).toEqual({ isClean: true });
  });

  it('takes an early answer although the stream goes on', async () => {
    const scanner = await clamdThat((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'));
    const session = await scanner.begin();
    for (let chunk = 0; chunk < 50; chunk += 1) await session.write(Buffer.alloc(100_000));
    expect(await session.finish()).toEqual({ isClean: false, name: 'StreamMaxLength' });
  });

  it('is down where it closes, keeps silent or is not there', async () => {
    const closing = await clamdThat((socket) => socket.destroy());
    const session = await closing.begin();
    await expect(session.finish()).rejects.toThrow(ScannerDown);
    server.close();
    const silent = await clamdThat(() => undefined, 30);
    expect(await silent.isReachable().catch(() => 'thrown')).toBe(false);
    const nowhere = new ClamdScanner({ host: '127.0.0.1', port: 9, signatures: 'test-only' });
    expect([await nowhere.isReachable(), nowhere.state]).toEqual([false, 'clamd-test-signatures-only']);
    await expect(nowhere.begin()).rejects.toThrow(ScannerDown);
  });
});
