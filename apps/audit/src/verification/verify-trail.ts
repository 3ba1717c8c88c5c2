import type { Database, Transaction } from '@daiko/persistence';
import { headsDigestOf, type StoredCheckpoint } from '../checkpoint/checkpoint.js';
import { headsWithin, latestCheckpoint, readTree } from '../checkpoint/checkpoint.store.js';
import type { CheckpointKeys } from '../checkpoint/checkpoint-keys.js';
import { rootOf } from '../checkpoint/merkle-tree.js';
import { overduePlaces } from '../trail/trail.store.js';
import { badMark, type BadMark } from './finding.js';
import {
  countAlarms,
  differingHeads,
  freezeView,
  lostTails,
  receivedAt,
  standingAlarms,
} from './verification.store.js';
import { type Walk, walkTrail } from './walk-trail.js';

export interface Verification {
  ok: boolean;
  streams: number;
  marks: number;
  /** What arrived and was no mark of this trail; it is kept apart and does not make the trail less whole. */
  alarms: number;
  checkpoint: { treeSize: number; rootHash: string; signedAt: string } | null;
  firstBad: BadMark | null;
}

/** Verifies the whole trail on one picture of the database: its marks, then what was announced, then what was signed. */
export async function verifyTrail(
  database: Database,
  keys: CheckpointKeys,
  now: Date,
  windowSeconds: number,
): Promise<Verification> {
  const before = new Date(now.getTime() - windowSeconds * 1000);
  return database.transaction(async (tx) => {
    await freezeView(tx);
    const tree = await readTree(tx);
    const checkpoint = await latestCheckpoint(tx);
    const walk = await walkTrail(
      tx,
      async ({ leafIndex }) => ((await receivedAt(tx, leafIndex)) ?? now) >= before,
    );
    const firstBad =
      walk.bad ??
      (await checkEnds(tx, before)) ??
      (await checkTree(walk, tree)) ??
      (await checkSignature(tx, walk, checkpoint, keys));
    return {
      ok: firstBad === null,
      streams: walk.ends.size,
      marks: tree.size,
      alarms: await countAlarms(tx),
      checkpoint:
        checkpoint === null
          ? null
          : {
              treeSize: checkpoint.treeSize,
              rootHash: checkpoint.rootHash,
              signedAt: checkpoint.signedAt.toISOString(),
            },
      firstBad,
    };
  });
}

async function checkEnds(tx: Transaction, before: Date): Promise<BadMark | null> {
  const [lost] = await lostTails(tx);
  if (lost !== undefined) return badMark(lost.stream, lost.sequence, 'missing');
  const [alarm] = await standingAlarms(tx);
  if (alarm !== undefined) return badMark(alarm.stream, alarm.sequence, alarm.kind);
  const [differing] = await differingHeads(tx);
  if (differing !== undefined) return badMark(differing.stream, differing.sequence, 'head-differs');
  const [overdue] = await overduePlaces(tx, before);
  return overdue === undefined ? null : badMark(overdue.stream, overdue.sequence, 'missing');
}

/** Where marks, ends and alarms are right the stored tree can only differ if it was changed itself. */
async function checkTree(
  walk: Walk,
  tree: { size: number; peaks: readonly string[] },
): Promise<BadMark | null> {
  if (walk.tree.size === tree.size && rootOf(walk.tree) === rootOf(tree)) return null;
  return lastOf(walk, 'checkpoint-differs');
}

async function checkSignature(
  tx: Transaction,
  walk: Walk,
  checkpoint: StoredCheckpoint | null,
  keys: CheckpointKeys,
): Promise<BadMark | null> {
  if (checkpoint === null) return null;
  if (checkpoint.treeSize > walk.tree.size) return lastOf(walk, 'checkpoint-differs');
  const signed = await keys.verified(checkpoint.jws);
  const { treeSize, rootHash, headsDigest } = checkpoint;
  const isSigned =
    signed !== null &&
    signed.treeSize === treeSize &&
    signed.rootHash === rootHash &&
    signed.headsDigest === headsDigest &&
    headsDigestOf(await headsWithin(tx, treeSize)) === headsDigest;
  return isSigned ? null : lastOf(walk, 'checkpoint-unsigned');
}

function lastOf(walk: Walk, code: 'checkpoint-differs' | 'checkpoint-unsigned'): BadMark {
  const [stream, end] = [...walk.ends].at(-1) ?? ['checkpoint', { sequence: 0 }];
  return badMark(stream, end.sequence, code);
}
