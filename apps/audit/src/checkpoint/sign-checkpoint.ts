import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@daiko/messaging';
import { BackgroundTasks, SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import type { AuditKeys } from '../config.js';
import { headsDigestOf } from './checkpoint.js';
import { hasNews, insertCheckpoint, latestCheckpoint } from './checkpoint.store.js';
import { CheckpointKeys } from './checkpoint-keys.js';
import { rootOf } from './merkle-tree.js';
import { allEnds, lockTree } from '../trail/trail.store.js';

const lookIntervalMs = 1_000;

/** Signs a checkpoint when the trail has grown, at most once an interval; the first of a process soon after its start. */
@Injectable()
export class SignCheckpoint implements OnModuleInit {
  private hasSigned = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: BackgroundTasks,
    private readonly keys: CheckpointKeys,
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<AuditKeys>,
  ) {}

  onModuleInit(): void {
    this.tasks.every('sign checkpoint', lookIntervalMs, () => this.signIfDue());
  }

  async signIfDue(): Promise<void> {
    const { database, config, now } = this.context;
    const at = now();
    const latest = await latestCheckpoint(database);
    const sinceMs = at.getTime() - (latest?.signedAt.getTime() ?? -Infinity);
    if (this.hasSigned && sinceMs < config.DAIKO_AUDIT_CHECKPOINT_INTERVAL_SECONDS * 1000) return;
    if (await hasNews(database, latest?.treeSize ?? 0)) await this.sign(at);
  }

  /** Signs over the tree as it is; message and checkpoint commit together. */
  async sign(at: Date): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      // While the tree is locked the ends of the streams are those of the tree.
      const tree = await lockTree(tx);
      const heads = await allEnds(tx);
      const rootHash = rootOf(tree);
      const signed = {
        treeSize: tree.size,
        rootHash,
        streamCount: heads.length,
        headsDigest: headsDigestOf(heads),
      };
      const signedAt = at.toISOString();
      const jws = await this.keys.sign({ ...signed, signedAt });
      if (!(await insertCheckpoint(tx, { ...signed, signedAt: at, jws }))) return;
      tx.publish('audit.checkpoint.signed.v1', 'checkpoint', {
        treeSize: tree.size,
        rootHash,
        signedAt,
        jws,
      });
    });
    this.hasSigned = true;
  }
}
