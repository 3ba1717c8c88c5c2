import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceName } from '@daiko/contracts';
import { crashPoint, type Logger, metrics } from '@daiko/observability';
import type { Database } from '@daiko/persistence';
import { Injectable } from '@nestjs/common';
import {
  lockRelay,
  nextToRelay,
  noteRelayed,
  type RelayRow,
  streamHeads,
  streamsBehind,
} from './outbox.store.js';
import type { Publisher } from './publisher.js';
import { exchange } from './topology.js';
import { newEnvelope } from './unit-of-work.js';

export interface RelayOptions {
  service: ServiceName;
  database: Database;
  publisher: Publisher;
  now: () => Date;
  /** Stream of this process. */
  stream: () => Promise<string>;
  logger: Logger;
}

/** How a round of the relay went; `isFull`: more may be waiting. */
interface Batch {
  sent: number;
  isFull: boolean;
}

const batchRowsMax = 500;
const batchBytesMax = 16 * 1024 * 1024;
const scanIntervalMs = 1_000;
const heartbeatIntervalMs = 10_000;
const burstRows = 200;
const burstPauseMs = 1_000;
const headsMax = 100;

/**
 * Publishes the outbox, stream by stream and in order, at least once: a batch is sent, confirmed and then noted as relayed.
 * Each process relays its own stream as soon as something commits, and looks every second after streams that are behind
 * (of processes that have died); an advisory lock lets one process at a time relay a stream.
 */
@Injectable()
export class Relay {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private wakeUp: (() => void) | null = null;
  private isWoken = false;
  private awaited: readonly ServiceName[] = [];
  private failures = 0;
  private sinceHeartbeat = 0;
  private heartbeatAt = 0;
  private scannedAt = 0;
  private behind: string[] = [];
  private toldAt = 0;

  constructor(private readonly options: RelayOptions) {}

  /** Whether the broker takes what is sent. */
  get isReady(): boolean {
    return this.options.publisher.isReady && this.failures < 3;
  }

  /** Starts to publish; nothing leaves before the `peers` have declared their queues, for what no queue takes is lost. */
  async start(peers: readonly ServiceName[] = []): Promise<void> {
    this.awaited = peers;
    await this.options.publisher.start();
    this.running ??= this.run();
  }

  /** Says that something has been appended. */
  wake(): void {
    this.isWoken = true;
    this.wakeUp?.();
  }

  /** Sends what is left of the own stream (at most 5 s), then stops and closes the connection. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    const deadline = Date.now() + 5_000;
    try {
      if (this.running !== null && this.awaited.length === 0) {
        const stream = await this.options.stream();
        while (Date.now() < deadline && (await this.relayBatch(stream)).sent > 0);
      }
    } catch (error) {
      this.options.logger.warn('the outbox keeps what could not be sent before the stop', { error });
    }
    await this.options.publisher.close();
  }

  private async run(): Promise<void> {
    const { logger } = this.options;
    while (!this.stopping.signal.aborted) {
      this.isWoken = false;
      try {
        const isBusy = await this.step();
        this.failures = 0;
        if (!isBusy) await this.pause(scanIntervalMs);
      } catch (error) {
        this.failures += 1;
        failed().inc();
        logger.warn('the outbox could not be relayed and is tried again', { error, attempt: this.failures });
        await this.pause(
          Math.min(5_000, 100 * 2 ** Math.min(this.failures, 6)) * (0.5 + Math.random() / 2),
          false,
        );
      }
    }
  }

  /** One round; true where more is waiting. */
  private async step(): Promise<boolean> {
    await this.scan();
    if (!this.options.publisher.isReady) {
      await this.pause(100, false);
      return true;
    }
    if (this.awaited.length > 0 && !(await this.arePeersReady())) return true;
    const own = await this.options.stream();
    const { sent, isFull } = await this.relayBatch(own);
    this.sinceHeartbeat += sent;
    await this.relayOthers(own);
    const sinceMs = Date.now() - this.heartbeatAt;
    const isAfterBurst = sent === 0 && this.sinceHeartbeat >= burstRows && sinceMs >= burstPauseMs;
    if (sinceMs >= heartbeatIntervalMs || isAfterBurst) await this.reportHeads();
    // What commits after the batch was read wakes: only a full one says that more is waiting.
    return isFull || this.isWoken;
  }

  private async arePeersReady(): Promise<boolean> {
    if (await this.options.publisher.haveDeclared(this.awaited)) {
      this.awaited = [];
      return true;
    }
    if (Date.now() - this.toldAt >= heartbeatIntervalMs) {
      this.toldAt = Date.now();
      this.options.logger.info('the outbox waits until every service has declared its queues', {
        count: this.awaited.length,
      });
    }
    await this.pause(500, false);
    return false;
  }

  /** Looks after all streams of the service: how far they are behind, also while the broker is down. */
  private async scan(): Promise<void> {
    if (Date.now() - this.scannedAt < scanIntervalMs) return;
    this.scannedAt = Date.now();
    const behind = await streamsBehind(this.options.database);
    lagRows().set(behind.reduce((sum, each) => sum + Number(each.rows), 0));
    lagSeconds().set(Math.max(0, ...behind.map((each) => each.seconds)));
    this.behind = behind.filter((each) => each.seconds > 1).map((each) => each.stream);
  }

  /** Relays the streams of processes that have died. */
  private async relayOthers(own: string): Promise<void> {
    for (const stream of this.behind.splice(0)) {
      while (stream !== own && !this.stopping.signal.aborted && (await this.relayBatch(stream)).sent > 0);
    }
  }

  /** Sends the next batch of a stream: how many marks were relayed, 0 where none waits or another process relays it. */
  private async relayBatch(stream: string): Promise<Batch> {
    let refused = 0;
    let isFull = false;
    const sent = await this.options.database.transaction(async (tx) => {
      if (!(await lockRelay(tx, stream))) return 0;
      const rows = await nextToRelay(tx, stream, batchRowsMax, batchBytesMax);
      if (rows.length === 0) return 0;
      isFull = rows.length === batchRowsMax || bytesOf(rows) >= batchBytesMax;
      const outcomes = await this.publish(rows);
      await crashPoint('relay.published');
      const firstRefused = outcomes.indexOf(false);
      const prefix = firstRefused === -1 ? rows.length : firstRefused;
      refused = rows.length - prefix;
      const last = rows[prefix - 1];
      if (last !== undefined) await noteRelayed(tx, stream, last.sequence);
      return prefix;
    });
    relayed().inc(sent);
    if (refused > 0) throw new Error('the broker refused or returned a message');
    return { sent, isFull };
  }

  private async publish(rows: readonly RelayRow[]): Promise<boolean[]> {
    const { publisher } = this.options;
    const publications = rows.map(toPublication);
    switch (await crashPoint('relay.publishing')) {
      case 'repeat':
        await publisher.publish(publications);
        return publisher.publish(publications);
      case 'reverse':
        return (await publisher.publish(publications.toReversed())).reverse();
      default:
        return publisher.publish(publications);
    }
  }

  /** Heartbeat: heads of the newest streams, so that a tail deleted before relay shows. */
  private async reportHeads(): Promise<void> {
    const { service, database, publisher } = this.options;
    const heads = await streamHeads(database, headsMax);
    const now = this.options.now();
    const type = `${service}.chain.reported.v1` as const;
    const envelope = newEnvelope(service, type, service, { heads, reportedAt: now.toISOString() }, now);
    const { id, traceparent } = envelope;
    const body = JSON.stringify(envelope);
    await publisher.publish([toPublication({ id, type, traceparent, body })]);
    this.heartbeatAt = now.getTime();
    this.sinceHeartbeat = 0;
  }

  /** Rests until woken (where allowed), stopped or `ms` have passed. */
  private async pause(ms: number, untilWoken = true): Promise<void> {
    if (this.stopping.signal.aborted || (untilWoken && this.isWoken)) return;
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.wakeUp = () => {
        if (untilWoken || this.stopping.signal.aborted) resolve();
      };
    });
    await Promise.race([woken, delay(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    this.wakeUp = null;
  }
}

const bytesOf = (rows: readonly RelayRow[]): number =>
  rows.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0);

function toPublication(row: Omit<RelayRow, 'sequence' | 'bodyBytes'>) {
  return {
    exchange,
    routingKey: row.type,
    body: Buffer.from(row.body),
    messageId: row.id,
    type: row.type,
    traceparent: row.traceparent,
  };
}

const relayed = () => metrics.counter('daiko_outbox_relayed_total', 'Marks published and confirmed');
const failed = () => metrics.counter('daiko_outbox_relay_failures_total', 'Rounds of the relay that failed');
const lagRows = () => metrics.gauge('daiko_outbox_lag_rows', 'Marks that are committed and not relayed');
const lagSeconds = () =>
  metrics.gauge('daiko_outbox_lag_seconds', 'Age of the oldest mark that is committed and not relayed');
