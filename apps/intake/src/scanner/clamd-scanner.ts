import { connect, type Socket } from 'node:net';
import {
  type Scanner,
  ScannerDown,
  type ScanSession,
  type ScannerState,
  type ScanVerdict,
} from './scanner.js';

/** Where clamd listens, and which signatures it has. */
export interface ClamdOptions {
  host: string;
  port: number;
  signatures: 'official' | 'test-only';
  /** No progress for this long: the scanner counts as down, ms. Default 60 s; the verdict alone may take 10 min. */
  silenceMs?: number;
}

const answerBytesMax = 4096;
const verdictMsMax = 600_000;
const pingMsMax = 5_000;

/** ClamAV over TCP: each archive is one `INSTREAM` session. */
export class ClamdScanner implements Scanner {
  readonly state: ScannerState;
  private readonly silenceMs: number;

  constructor(private readonly options: ClamdOptions) {
    this.state = options.signatures === 'official' ? 'clamd' : 'clamd-test-signatures-only';
    this.silenceMs = options.silenceMs ?? 60_000;
  }

  async isReachable(): Promise<boolean> {
    try {
      const patienceMs = Math.min(this.silenceMs, pingMsMax);
      const session = await ClamdSession.open(this.options, patienceMs, 'zPING\0');
      return (await session.answer(patienceMs)) === 'PONG';
    } catch {
      return false;
    }
  }

  begin(): Promise<ScanSession> {
    return ClamdSession.open(this.options, this.silenceMs, 'zINSTREAM\0');
  }
}

/** What clamd's answer to a stream means. @throws {ScannerDown} where it is none */
export function readAnswer(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return { isClean: true };
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { isClean: false, name: found.replace(/[^\w.:()-]/g, '_') };
  // What clamd did not look at to its end is not clean.
  if (/size limit exceeded/i.test(answer)) return { isClean: false, name: 'StreamMaxLength' };
  throw new ScannerDown(answer === '' ? 'it closed the connection' : 'unknown answer');
}

class ClamdSession implements ScanSession {
  private readonly chunks: Buffer[] = [];
  private answerBytes = 0;
  private hasEnded = false;
  private failure: Error | null = null;
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly socket: Socket,
    private readonly silenceMs: number,
  ) {
    socket.on('data', (chunk: Buffer) => {
      this.answerBytes += chunk.length;
      if (this.answerBytes <= answerBytesMax) this.chunks.push(chunk);
      else socket.destroy();
    });
    socket.on('error', (error) => {
      this.failure ??= error;
    });
    for (const event of ['drain', 'close', 'end', 'error', 'timeout'] as const) {
      socket.on(event, () => this.onEvent(event));
    }
  }

  static async open(options: ClamdOptions, silenceMs: number, command: string): Promise<ClamdSession> {
    const socket = connect({ host: options.host, port: options.port, noDelay: true });
    const session = new ClamdSession(socket, silenceMs);
    socket.setTimeout(silenceMs);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('close', () => reject(new ScannerDown('no connection')));
    });
    socket.write(command);
    return session;
  }

  async write(chunk: Uint8Array): Promise<void> {
    if (this.hasEnded && this.chunks.length === 0) throw new ScannerDown('it closed the connection');
    // clamd may answer early (something found, a limit reached) and stop reading: `finish` reads that answer.
    if (chunk.length === 0 || this.hasEnded) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    this.socket.write(length);
    if (!this.socket.write(chunk)) await this.untilEvent();
  }

  async finish(): Promise<ScanVerdict> {
    if (!this.hasEnded) this.socket.write(Buffer.alloc(4));
    return readAnswer(await this.answer(verdictMsMax));
  }

  abort(): void {
    this.socket.destroy();
  }

  /** The whole answer, without the closing zero; waits for at most `withinMs`. */
  async answer(withinMs: number): Promise<string> {
    this.socket.setTimeout(withinMs);
    while (!this.hasEnded && !this.isAnswered()) await this.untilEvent('data');
    this.socket.destroy();
    const text = Buffer.concat(this.chunks)
      .toString('latin1')
      .replace(/\0[^]*$/, '')
      .trim();
    if (text === '' && this.failure !== null) throw new ScannerDown(this.failure.message);
    return text;
  }

  private isAnswered(): boolean {
    return this.chunks.at(-1)?.includes(0) ?? false;
  }

  private onEvent(event: 'drain' | 'close' | 'end' | 'error' | 'timeout'): void {
    if (event === 'timeout') {
      this.failure ??= new Error(`nothing for ${this.silenceMs} ms`);
      this.socket.destroy();
    }
    if (event !== 'drain') this.hasEnded = true;
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  private untilEvent(more?: 'data'): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.add(resolve);
      if (more !== undefined) this.socket.once(more, () => resolve());
    });
  }
}
