import type { TSchema } from '@sinclair/typebox';
import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler';
import {
  type MessageData,
  type MessageType,
  messageSchemas,
  ownMessageSchemas,
  type ServiceName,
  serviceNames,
} from './messages.js';

/** Place of a mark in its service's chain; every outbox row is a mark. */
export interface ChainPlace {
  stream: string;
  sequence: number;
  previousHash: string;
  hash: string;
}

/** CloudEvents 1.0, structured JSON. `subject` is the id of what the message is about (mostly a submission). */
export interface Envelope<T extends MessageType = MessageType> {
  specversion: '1.0';
  id: string;
  source: ServiceName;
  type: T;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  traceparent: string;
  /** Absent on heartbeats, which are not chained. */
  chain?: ChainPlace;
  data: MessageData<T>;
}

/** Upper bound of one message on the wire, bytes; asserted at publish and at receipt. */
export const messageBytesMax = 8 * 1024 * 1024;

export function schemaOf(type: string): TSchema | null {
  if (type in messageSchemas) return messageSchemas[type as keyof typeof messageSchemas];
  const [service, ...rest] = type.split('.');
  const own = rest.join('.');
  if (serviceNames.includes(service as ServiceName) && own in ownMessageSchemas) {
    return ownMessageSchemas[own as keyof typeof ownMessageSchemas];
  }
  return null;
}

const checks = new Map<string, TypeCheck<TSchema>>();

/** The first violations of a message's data against its schema, as JSON pointers; empty where it conforms; null for an unknown type. */
export function violationsOf(type: string, data: unknown): string[] | null {
  const schema = schemaOf(type);
  if (schema === null) return null;
  let check = checks.get(type);
  if (check === undefined) {
    check = TypeCompiler.Compile(schema);
    checks.set(type, check);
  }
  if (check.Check(data)) return [];
  return [...check.Errors(data)].slice(0, 5).map((error) => `${error.path}: ${error.message}`);
}
