import { type Envelope, uuidPattern } from '@daiko/contracts';
import { digestOf, hashOfFields } from './mark-hash.js';

/** What the trail keeps of a mark. */
export interface TrailMark {
  stream: string;
  sequence: number;
  previousHash: string;
  hash: string;
  id: string;
  type: string;
  subject: string;
  time: string;
  bodyDigest: string;
  /** JSON text of the data, only of access and key use. */
  body: string | null;
  actorId: string | null;
  action: string | null;
  objectId: string | null;
}

/** Head of a stream as its service reports it. */
export interface ReportedHead {
  stream: string;
  sequence: number;
  hash: string;
}

/** Kinds of alarm: what came that cannot be a mark of this trail, and what never came. */
export type AlarmKind = 'malformed' | 'hash-wrong' | 'link-broken' | 'place-taken' | 'missing';

export interface Alarm {
  kind: AlarmKind;
  stream: string;
  sequence: number;
  hash: string;
}

export type Arrival = { mark: TrailMark } | { heads: ReportedHead[] } | { alarm: Alarm };

const streamForm = new RegExp(`^([a-z]+)/${uuidPattern}$`);
const hashForm = /^[0-9a-f]{64}$/;

function isPlace(source: string, chain: { stream: unknown; sequence: unknown; hash: unknown }): boolean {
  const { stream, sequence, hash } = chain;
  return (
    typeof stream === 'string' &&
    streamForm.exec(stream)?.[1] === source &&
    Number.isSafeInteger(sequence) &&
    (sequence as number) > 0 &&
    typeof hash === 'string' &&
    hashForm.test(hash)
  );
}

/** Words that a search needs; also read again from the body when the trail is verified. */
export function searchWords(type: string, data: unknown): Pick<TrailMark, 'actorId' | 'action' | 'objectId'> {
  const word = (value: unknown) => String(value).replaceAll('\0', '');
  if (type.endsWith('.access.recorded.v1')) {
    const { actorId, action, objectId } = data as Record<string, unknown>;
    return { actorId: word(actorId), action: word(action), objectId: word(objectId) };
  }
  const { payloadId } = data as Record<string, unknown>;
  return { actorId: null, action: 'key:use', objectId: word(payloadId) };
}

const isKept = (type: string) => /\.(access\.recorded|key\.used)\.v1$/.test(type);

/** What arrived, as the trail takes it: a mark with a right hash, reported heads, or an alarm. */
export function readArrival(envelope: Envelope): Arrival {
  const { source, id, type, subject, time, chain, data } = envelope;
  if (type.endsWith('.chain.reported.v1')) {
    const heads = (data as { heads: ReportedHead[] }).heads.filter((head) => isPlace(source, head));
    return { heads: heads.map(({ stream, sequence, hash }) => ({ stream, sequence, hash })) };
  }
  const isWhole =
    chain !== undefined &&
    isPlace(source, chain) &&
    typeof chain.previousHash === 'string' &&
    hashForm.test(chain.previousHash) &&
    !`${type}${subject}${time}`.includes('\0');
  if (!isWhole) return { alarm: { kind: 'malformed', stream: source, sequence: 0, hash: digestOf(id) } };
  const { stream, sequence, previousHash, hash } = chain;
  const text = JSON.stringify(data);
  const covered = { stream, sequence, previousHash, id, type, subject, time, bodyDigest: digestOf(text) };
  if (hashOfFields(covered) !== hash) return { alarm: { kind: 'hash-wrong', stream, sequence, hash } };
  const words = isKept(type) ? searchWords(type, data) : { actorId: null, action: null, objectId: null };
  return { mark: { ...covered, hash, body: isKept(type) ? text : null, ...words } };
}
