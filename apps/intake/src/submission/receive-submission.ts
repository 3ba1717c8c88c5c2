import { type PayloadRef, Problem } from '@daiko/contracts';
import { type Finding, malwareFinding, repeatedContentFinding } from '@daiko/inspection-rules';
import { crashPoint, metrics } from '@daiko/observability';
import { PayloadStore, type SealingSession } from '@daiko/payload-store';
import { SERVICE_CONTEXT, type ServiceContext } from '@daiko/service';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { IntakeConfig } from '../config.js';
import { intakeProblems } from '../problems.js';
import { SCANNER, type Scanner } from '../scanner/scanner.js';
import { AcceptSubmission } from './accept-submission.js';
import { archiveNameOf, Desk } from './desk.js';
import type { Incoming } from './incoming.js';
import { orNotReady } from './or-not-ready.js';
import { boundedBody, stallMs, streamUpload } from './stream-upload.js';
import { readByContent, readById, type Submission } from './submission.store.js';
import { tooMany } from './upload-slots.js';
import { beginUpload, claimObject, freeUpload, renewLease } from './upload.store.js';

/** Answer to a sender: the submission, whether it was there before, and what the desk remarks on it. */
export interface Received {
  submission: Submission;
  isNew: boolean;
  findings: readonly Finding[];
}

/**
 * Receives one archive (受領): sealed and scanned while it streams in, judged by the desk, then acknowledged in one transaction.
 * A refusal or a fault leaves nothing but its mark; a crash leaves what the sweeper removes.
 */
@Injectable()
export class ReceiveSubmission {
  constructor(
    @Inject(SERVICE_CONTEXT) private readonly context: ServiceContext<IntakeConfig>,
    private readonly payloads: PayloadStore,
    @Inject(SCANNER) private readonly scanner: Scanner,
    private readonly desk: Desk,
    private readonly acceptance: AcceptSubmission,
  ) {}

  /** @throws {Problem} for whatever keeps the archive from being received */
  async receive(incoming: Incoming, bytesMax: number): Promise<Received> {
    const end = uploadSeconds().startTimer({ channel: incoming.channel });
    try {
      const received = await this.receiveOnce(incoming, bytesMax);
      end({ outcome: received.isNew ? 'accepted' : 'repeated' });
      if (received.isNew) recordsReceived().inc(received.submission.recordCount);
      return received;
    } catch (error) {
      end({ outcome: error instanceof Problem && error.kind.status < 500 ? 'refused' : 'failed' });
      throw error;
    }
  }

  private async receiveOnce(incoming: Incoming, bytesMax: number): Promise<Received> {
    const uploadId = uuidv7();
    const body = boundedBody(incoming.body, { bytesMax, stallMs });
    const session = await this.openSeal(incoming.sizeHintBytes);
    const acceptedId = await this.takeLease(incoming, uploadId, session.objectKey);
    if (acceptedId !== null) {
      await this.giveUp(session);
      return this.compare(incoming, body, uploadId, acceptedId);
    }
    const renewal = setInterval(() => void this.renew(uploadId), this.leaseMs / 4);
    try {
      return await this.take(incoming, body, uploadId, session);
    } catch (error) {
      await freeUpload(this.context.database, uploadId).catch((cause: unknown) =>
        this.context.logger.warn('An upload could not be freed; its lease will lapse', { error: cause }),
      );
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }

  /** Writes the row `uploading` before the first byte. Null, or the submission that the Idempotency-Key stands for. */
  private async takeLease(incoming: Incoming, uploadId: string, objectKey: string): Promise<string | null> {
    const { sender, idempotencyKey } = incoming;
    const { uploadsConcurrentMax } = sender.limits;
    const start = await this.context.database.transaction((tx) =>
      beginUpload(tx, {
        uploadId,
        partnerId: sender.partnerId,
        idempotencyKey,
        objectKey,
        leaseMs: this.leaseMs,
        concurrentMax: uploadsConcurrentMax,
        now: this.context.now(),
      }),
    );
    if (start.kind === 'too-many') {
      throw tooMany(uploadsConcurrentMax);
    }
    if (start.kind === 'key-running') throw new Problem(intakeProblems.keyRunning, {}, {}, 5);
    return start.kind === 'key-accepted' ? start.submissionId : null;
  }

  private async take(
    incoming: Incoming,
    body: AsyncIterable<Uint8Array>,
    uploadId: string,
    session: SealingSession,
  ): Promise<Received> {
    const sealed = await this.seal(incoming, body, uploadId, session);
    if ('submission' in sealed) return sealed;
    await crashPoint('intake.upload-sealed');
    try {
      const report = await this.desk.judge(session.source(), sealed.sha256, incoming);
      const accepted = await this.acceptance.accept(incoming, uploadId, sealed, report);
      await crashPoint('intake.accepted');
      if (accepted !== null) return { submission: accepted, isNew: true, findings: report.findings };
    } catch (error) {
      await this.removeUnlessAccepted(uploadId, sealed.objectKey);
      throw error;
    }
    // Another upload of the same content or name has committed in the meantime: its receipt is the answer.
    await this.remove(sealed.objectKey);
    const winner = await this.earlier(incoming, uploadId, sealed.sha256);
    return winner ?? this.acceptance.refuseRepeatedName(incoming);
  }

  /** Streams the body into seal and scanner: what was sealed, or the earlier submission of the same content. */
  private async seal(
    incoming: Incoming,
    body: AsyncIterable<Uint8Array>,
    uploadId: string,
    session: SealingSession,
  ): Promise<PayloadRef | Received> {
    const { logger } = this.context;
    const scan = await orNotReady('scanner', logger, this.scanner.begin());
    try {
      await streamUpload(
        body,
        { write: (chunk) => orNotReady('object-store', logger, session.write(chunk)) },
        { write: (chunk) => orNotReady('scanner', logger, scan.write(chunk)) },
      );
      const sha256 = session.sha256SoFar();
      await checkPromise(incoming, sha256);
      const earlier = await this.earlier(incoming, uploadId, sha256);
      if (earlier === null) {
        const verdict = await orNotReady('scanner', logger, scan.finish());
        if (!verdict.isClean) await this.acceptance.refuse(incoming, [malwareFinding(verdict.name)]);
        return await orNotReady('object-store', logger, session.finish());
      }
      await this.giveUp(session);
      return earlier;
    } catch (error) {
      await this.giveUp(session);
      throw error;
    } finally {
      scan.abort();
    }
  }

  /** The same content again (再送): the earlier receipt, or A028 where it comes under another name. */
  private async earlier(incoming: Incoming, uploadId: string, sha256: string): Promise<Received | null> {
    const earlier = await readByContent(this.context.database, incoming.sender.partnerId, sha256);
    if (earlier === null) return null;
    if (earlier.rootName !== archiveNameOf(incoming.fileName)) {
      return this.acceptance.refuse(incoming, [repeatedContentFinding(earlier.rootName)]);
    }
    await this.acceptance.repeat(incoming, uploadId, earlier);
    return { submission: earlier, isNew: false, findings: [] };
  }

  /** An Idempotency-Key that has its receipt: the body is compared and not kept. */
  private async compare(
    incoming: Incoming,
    body: AsyncIterable<Uint8Array>,
    uploadId: string,
    submissionId: string,
  ): Promise<Received> {
    const submission = await readById(this.context.database, submissionId);
    if (submission === null) throw new Error('an accepted upload has lost its submission');
    const digest = createHash('sha256');
    for await (const chunk of body) digest.update(chunk);
    if (digest.digest('hex') !== submission.sha256) throw new Problem(intakeProblems.keyReused);
    await this.acceptance.repeat(incoming, uploadId, submission);
    return { submission, isNew: false, findings: [] };
  }

  private openSeal(sizeHintBytes: number | null): Promise<SealingSession> {
    const sealing = this.payloads.seal({
      service: 'intake',
      owner: 'platform',
      retention: 'transit',
      purpose: 'submission',
      now: this.context.now(),
      ...(sizeHintBytes === null ? {} : { sizeHintBytes }),
    });
    return orNotReady('keys', this.context.logger, sealing);
  }

  private async giveUp(session: SealingSession): Promise<void> {
    await session
      .abort()
      .catch((error: unknown) =>
        this.context.logger.warn('A sealing could not be aborted; the sweeper will', { error }),
      );
  }

  private async remove(objectKey: string): Promise<void> {
    await this.payloads
      .remove(objectKey)
      .catch((error: unknown) =>
        this.context.logger.warn('A payload could not be removed; the sweeper will', { objectKey, error }),
      );
  }

  /**
   * A commit whose answer was lost may have taken place: only an object that no row can name any more is removed. Giving the upload up
   * waits for a transaction that still holds its row. Where the database does not answer the sweeper decides later.
   */
  private async removeUnlessAccepted(uploadId: string, objectKey: string): Promise<void> {
    const { database, logger } = this.context;
    try {
      await freeUpload(database, uploadId);
      if (!(await claimObject(database, objectKey))) return;
    } catch (error) {
      logger.warn('Whether a payload counts is not known; the sweeper will see', { objectKey, error });
      return;
    }
    await this.remove(objectKey);
  }

  /** After a crash its Idempotency-Key is taken for no longer than this. */
  private get leaseMs(): number {
    return this.context.config.DAIKO_INTAKE_LEASE_SECONDS * 1000;
  }

  private async renew(uploadId: string): Promise<void> {
    await renewLease(this.context.database, uploadId, this.leaseMs).catch((error: unknown) =>
      this.context.logger.warn('The lease of an upload could not be renewed', { error }),
    );
  }
}

const uploadSeconds = () =>
  metrics.histogram('daiko_intake_upload_seconds', 'Time from the first byte of an upload to its answer', [
    'channel',
    'outcome',
  ]);
const recordsReceived = () =>
  metrics.counter('daiko_intake_records_received_total', 'Records acknowledged with a receipt');

async function checkPromise(incoming: Incoming, sha256: string): Promise<void> {
  if (incoming.promise === null) return;
  const actual = (await incoming.promise.ofWholeBody?.()) ?? sha256;
  if (actual !== incoming.promise.sha256)
    throw new Problem(intakeProblems.digestMismatch, { sha256: actual });
}
