import type { TrailMark } from '../trail/arrival.js';
import { searchWords } from '../trail/arrival.js';
import type { StreamEnd } from '../trail/append-marks.js';
import { digestOf, hashOfFields } from '../trail/mark-hash.js';
import { badMark, type BadMark } from './finding.js';

/** Checks one stored mark against the end of its stream and against itself; null where it is right. Pure. */
export function checkMark(mark: TrailMark, end: StreamEnd | undefined): BadMark | null {
  const { stream, sequence } = mark;
  const expected = (end?.sequence ?? 0) + 1;
  if (sequence > expected) return badMark(stream, expected, 'missing');
  if (sequence < expected) return badMark(stream, sequence, 'place-taken');
  if (end !== undefined && mark.previousHash !== end.hash) return badMark(stream, sequence, 'link-broken');
  if (hashOfFields(mark) !== mark.hash) return badMark(stream, sequence, 'hash-wrong');
  return isBodyRight(mark) ? null : badMark(stream, sequence, 'body-changed');
}

function isBodyRight({ type, body, bodyDigest, actorId, action, objectId }: TrailMark): boolean {
  if (body === null) return actorId === null && action === null && objectId === null;
  if (digestOf(body) !== bodyDigest) return false;
  const words = searchWords(type, JSON.parse(body));
  return words.actorId === actorId && words.action === action && words.objectId === objectId;
}
