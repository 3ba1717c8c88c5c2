import type { Logger } from '@daiko/observability';
import { type ChannelModel, connect } from 'amqplib';
import { setTimeout as delay } from 'node:timers/promises';

export interface BrokerConnectionOptions {
  url: string;
  /** Shown by the broker's management. */
  name: string;
  logger: Logger;
  /** Declares and consumes; runs after every connect. Where it fails the connection is closed and tried again. */
  setup: (connection: ChannelModel) => Promise<void>;
}

const heartbeatSeconds = 10;
const connectTimeoutMs = 10_000;
const backoffMs = { first: 100, max: 5_000 };

/** One connection to the broker that comes back by itself, with growing and jittered pauses, until closed. */
export class BrokerConnection {
  private readonly stopping = new AbortController();
  private readonly firstReady = Promise.withResolvers<void>();
  private running: Promise<void> | null = null;
  private current: ChannelModel | null = null;
  private ready = false;

  constructor(private readonly options: BrokerConnectionOptions) {}

  /** Whether it is connected and set up. */
  get isReady(): boolean {
    return this.ready;
  }

  /** Begins to connect; resolves when first set up or after `waitMs`, whichever is first: a broker that is down stops nobody. */
  async start(waitMs = 5_000): Promise<void> {
    this.running ??= this.keepConnected();
    const timer = new AbortController();
    await Promise.race([
      this.firstReady.promise,
      delay(waitMs, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
  }

  /** Closes for good. */
  async close(): Promise<void> {
    this.stopping.abort();
    await this.drop();
    await this.running;
  }

  /** Ends the present connection; a new one follows unless closed. */
  async drop(): Promise<void> {
    this.ready = false;
    if (this.current !== null) await closed(this.current);
  }

  private async keepConnected(): Promise<void> {
    let failures = 0;
    while (!this.stopping.signal.aborted) {
      try {
        await this.connectOnce(() => (failures = 0));
      } catch (error) {
        this.options.logger.warn('the broker cannot be reached or refuses the set-up', {
          error,
          count: failures + 1,
        });
      }
      this.ready = false;
      this.current = null;
      failures += 1;
      const ceiling = Math.min(backoffMs.max, backoffMs.first * 2 ** Math.min(failures, 10));
      await delay(ceiling * (0.5 + Math.random() / 2), undefined, { signal: this.stopping.signal }).catch(
        () => undefined,
      );
    }
  }

  /** Connects, sets up and stays until the connection ends. */
  private async connectOnce(onReady: () => void): Promise<void> {
    const url = new URL(this.options.url);
    url.searchParams.set('heartbeat', String(heartbeatSeconds));
    const connection = await connect(url.href, {
      noDelay: true,
      timeout: connectTimeoutMs,
      clientProperties: { connection_name: this.options.name },
    });
    const ended = new Promise<void>((resolve) => connection.once('close', () => resolve()));
    connection.on('error', (error) => this.options.logger.warn('the broker ended a connection', { error }));
    this.current = connection;
    try {
      if (this.stopping.signal.aborted) return;
      await this.options.setup(connection);
      this.ready = true;
      onReady();
      this.firstReady.resolve();
      await ended;
    } finally {
      this.ready = false;
      await closed(connection);
    }
  }
}

/** Closes a connection. The answer to that is lost where the link breaks meanwhile; the connection then only says that it ended. */
async function closed(connection: ChannelModel): Promise<void> {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  connection.once('close', () => resolve());
  await Promise.race([connection.close().catch(() => undefined), ended]);
}
