import {
  type Envelope,
  type MessageData,
  type MessageType,
  type ServiceName,
  violationsOf,
} from '@daiko/contracts';
import { crashPoint, currentTraceparent, metrics } from '@daiko/observability';
import type { Database, Transaction } from '@daiko/persistence';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { noteHandled } from './inbox.store.js';
import { chainMarks } from './mark-chain.js';
import { handlerQueue } from './topology.js';
import type { Message } from './message.js';
import { appendMarks, lockHead, openStream } from './outbox.store.js';

/** Somebody read or did something: who, with which credential, what, to what. Identifiers only. */
export interface AccessMark {
  actorId: string;
  credentialId: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  recordCount?: number;
  outcome?: 'allowed' | 'denied';
}

/** A transaction of a service: its state and what it says about it commit together or not at all. */
export interface ServiceTransaction extends Transaction {
  /** Buffers a message; appended to outbox and chain as the last step before commit. Throws at once where data breaks its schema. */
  publish<T extends MessageType>(type: T, subject: string, data: MessageData<T>): void;
  /** Publishes `<service>.access.recorded.v1`. */
  recordAccess(mark: AccessMark): void;
}

export interface UnitOfWorkOptions {
  service: ServiceName;
  database: Database;
  now: () => Date;
  /** Called after a commit that appended marks. */
  onAppended?: () => void;
}

const retriesMax = 3;
const retriable = new Set(['40001', '40P01']);

/** The one way in which a service changes its state: database rows, inbox and outbox in one transaction. */
@Injectable()
export class UnitOfWork {
  private openedStream: Promise<string> | null = null;

  constructor(private readonly options: UnitOfWorkOptions) {}

  /**
   * Runs `work` in one transaction. Serialisation failures and deadlocks are retried up to 3 times, so `work` keeps its
   * effects inside the transaction. Any other error rolls back and is rethrown.
   */
  async run<T>(work: (tx: ServiceTransaction) => Promise<T>): Promise<T> {
    const stream = await this.stream();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.runOnce(stream, work);
      } catch (error) {
        if (attempt > retriesMax || !retriable.has(codeOf(error))) throw error;
        retries().inc();
      }
    }
  }

  /** Runs `effect` once per message and handler: inbox row and effect commit together; a message seen before has no effect. */
  async handle<T extends MessageType>(
    message: Message<T>,
    effect: (tx: ServiceTransaction) => Promise<void>,
  ): Promise<void> {
    const { envelope } = message;
    const handler = message.handler ?? handlerQueue(this.options.service, envelope.type);
    await this.run(async (tx) => {
      if (await noteHandled(tx, handler, envelope.id)) {
        await effect(tx);
        await crashPoint('consumer.handled');
      } else duplicates().inc({ type: envelope.type });
    });
  }

  /** Stream of this process, `<service>/<epoch>`; opened at the first use, or at start. */
  stream(): Promise<string> {
    const opening = this.openedStream ?? this.open();
    this.openedStream = opening;
    return opening;
  }

  private async open(): Promise<string> {
    const stream = `${this.options.service}/${uuidv7()}`;
    try {
      await openStream(this.options.database, stream);
      return stream;
    } catch (error) {
      this.openedStream = null;
      throw error;
    }
  }

  private async runOnce<T>(stream: string, work: (tx: ServiceTransaction) => Promise<T>): Promise<T> {
    const messages: Omit<Envelope, 'chain'>[] = [];
    const result = await this.options.database.transaction(async (tx) => {
      const value = await work(this.serviceTransaction(tx, messages));
      if (messages.length > 0) {
        const { marks, head } = chainMarks(await lockHead(tx, stream), messages);
        await appendMarks(tx, marks, head);
        await crashPoint('outbox.appended');
      }
      return value;
    });
    if (messages.length > 0) this.options.onAppended?.();
    return result;
  }

  private serviceTransaction(tx: Transaction, messages: Omit<Envelope, 'chain'>[]): ServiceTransaction {
    const { service, now } = this.options;
    const publish = <T extends MessageType>(type: T, subject: string, data: MessageData<T>) => {
      messages.push(newEnvelope(service, type, subject, data, now()));
    };
    return {
      query: (sql, parameters) => tx.query(sql, parameters),
      publish,
      recordAccess: (mark) => {
        const data = {
          actorId: mark.actorId,
          credentialId: mark.credentialId,
          action: mark.action,
          objectKind: mark.objectKind,
          objectId: mark.objectId,
          recordCount: mark.recordCount ?? null,
          outcome: mark.outcome ?? 'allowed',
          recordedAt: now().toISOString(),
        };
        publish(`${service}.access.recorded.v1`, mark.objectId, data);
      },
    };
  }
}

/** An envelope within the current trace; throws where the data breaks the type's schema (a fault of ours). */
export function newEnvelope<T extends MessageType>(
  service: ServiceName,
  type: T,
  subject: string,
  data: MessageData<T>,
  now: Date,
): Omit<Envelope, 'chain'> {
  const violations = violationsOf(type, data);
  if (violations === null || violations.length > 0) {
    throw new Error(`message ${type} breaks its schema: ${violations?.join('; ') ?? 'unknown type'}`);
  }
  return {
    specversion: '1.0',
    id: uuidv7(),
    source: service,
    type,
    subject,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    traceparent: currentTraceparent(),
    data: data as Envelope['data'],
  };
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}

const retries = () =>
  metrics.counter(
    'daiko_transaction_retries_total',
    'Transactions repeated after a serialisation failure or deadlock',
  );
const duplicates = () =>
  metrics.counter('daiko_messages_duplicate_total', 'Messages delivered again and left without effect', [
    'type',
  ]);
