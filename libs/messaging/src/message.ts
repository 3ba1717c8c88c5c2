import { applyDecorators, Catch, type ExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { Envelope, MessageData, MessageType } from '@daiko/contracts';
import { throwError } from 'rxjs';

/** A message as a handler receives it: checked against its schema and the bound of size. */
export interface Message<T extends MessageType = MessageType> {
  envelope: Envelope<T>;
  data: MessageData<T>;
  /** 1 at the first delivery to this handler, then counted up. */
  attempt: number;
  /** Queue of the handler, its name in the inbox; `<service>.<type>` where absent. */
  handler?: string;
}

/** Thrown by a handler for what no repetition mends: the message becomes a dead letter at once. `code` is shown as its reason. */
export class PermanentFailure extends Error {
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'PermanentFailure';
  }
}

/**
 * Whether an error says that a thing all handlers lean on is down (its class carries `isOutage = true`, such as the object
 * store's): the message then waits, and no attempt is used up.
 */
export function isOutage(error: unknown): boolean {
  return error instanceof Error && (error as { isOutage?: unknown }).isOutage === true;
}

/** Transport id of handlers of the broker. */
export const amqp = Symbol('daiko.amqp');

export interface HandlerOptions {
  /** Messages of this handler in flight at once in one process; default 10. */
  prefetch?: number;
  /** Tells two handlers of one type in one service apart; becomes part of the queue's name. */
  name?: string;
}

/** Fits methods that take a message of the type and nothing else. */
type HandlerDecorator<T extends MessageType> = <H extends (message: Message<T>) => Promise<void>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<H>,
) => void;

/** Without it Nest turns every error of a handler into a text and its kind is lost. */
@Catch()
class ErrorsAsThrown implements ExceptionFilter {
  catch(error: unknown) {
    return throwError(() => error);
  }
}

/**
 * Marks a method `(message: Message<T>) => Promise<void>` of a Nest controller as the handler of a message type, or of several
 * (`'#'`: of all). Each type has a quorum queue of its own, `<service>.<type>`. Resolved: acknowledged. `PermanentFailure`:
 * dead letter at once. An outage: it waits. Any other error: bounded redelivery with back-off, then dead letter.
 */
export function OnMessage<T extends MessageType>(
  types: T | readonly T[] | '#',
  options: HandlerOptions = {},
): HandlerDecorator<T> {
  const { name } = options;
  const patterns = [types].flat().map((type) => (name === undefined ? type : `${type}/${name}`));
  return applyDecorators(
    EventPattern<string[]>(patterns, amqp, { prefetch: options.prefetch ?? 10 }),
    UseFilters(ErrorsAsThrown),
  ) as HandlerDecorator<T>;
}
